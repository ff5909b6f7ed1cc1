package fr.ruche.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.ApiClient;
import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the guide of the operator tells a third party to do, done with that party's own means. */
@IntegrationTest
class RecipeTests {

    private static final Path SCRIPT = Path.of("docs/guides/verifier-journal.sh");
    private static final Path GUIDE = Path.of("docs/guides/exploitant.md");

    @Autowired
    Seals seals;

    @Autowired
    TestDossiers given;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private String chain() {
        given.conform();
        seals.seal();
        return ApiClient.as("gestionnaire", port).get("/audit/chain.txt").text();
    }

    @Test
    void aThirdPartyVerifiesTheChainWithSha256sumOnly() throws IOException, InterruptedException {
        // the first facts are enough: a shell takes its time
        var chain = chain().lines().limit(62).toList();
        var last = chain.get(61).split(" ", -1);
        var heads = "# ruche-journal-heads 1\n2026-01-01 " + last[0] + " " + last[2] + " 2026-01-01T22:00:00Z\n";

        assertThat(verified(String.join("\n", chain) + "\n", heads))
                .isEqualTo("0 Chaîne entière : 60 faits, dernier sceau " + last[2] + ".");

        var changed = chain.get(31).split(" ", 3);
        var forged = String.join("\n", chain).replace(changed[1], "f".repeat(64));
        assertThat(verified(forged + "\n", heads)).startsWith("1 Le sceau numéro 30 ne suit pas du précédent.");

        var cut = String.join("\n", chain.subList(0, 50)) + "\n";
        assertThat(verified(cut, heads))
                .startsWith("1 Le sceau publié du 2026-01-01 (numéro 60) n’est pas dans la chaîne.");

        var holed = String.join("\n", chain).replace("\n" + chain.get(20), "") + "\n";
        assertThat(verified(holed, heads)).contains("Il manque un fait avant le numéro 20.");
    }

    /** Exit code and what was said. */
    private String verified(String chain, String heads) throws IOException, InterruptedException {
        var chainFile = Files.writeString(folder.resolve("chaine.txt"), chain);
        var headsFile = Files.writeString(folder.resolve("sceaux.txt"), heads);
        var process = new ProcessBuilder("sh", SCRIPT.toString(), chainFile.toString(), headsFile.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said.strip();
    }

    @Test
    void theStatementOfTheGuideFindsNothingUntilSomethingIsChanged() throws IOException {
        chain();
        var block = Pattern.compile("```sql\\n(select position.*?);\\n```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE));
        assertThat(block.find()).isTrue();
        var statement = "select faux from (" + block.group(1) + ") as found where position = ?";
        var position =
                sql.queryForObject("select max(position) from audit_seal where source = 'dossier_event'", Long.class);

        assertThat(sql.queryForList(statement, String.class, position)).isEmpty();
        transaction.executeWithoutResult(tried -> {
            sql.update(
                    "update dossier_event set text = 'Autre' where id = (select rank from audit_seal where position = ?)",
                    position);
            assertThat(sql.queryForList(statement, String.class, position)).containsExactly("action");
            tried.setRollbackOnly();
        });
        transaction.executeWithoutResult(tried -> {
            sql.execute("alter table audit_seal disable trigger user");
            sql.update("update audit_seal set seal = repeat('a', 64) where position = ?", position);
            assertThat(sql.queryForList(statement, String.class, position)).containsExactly("sceau");
            tried.setRollbackOnly();
        });
    }
}
