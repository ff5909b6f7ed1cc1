package fr.ruche.dossier;

import static fr.ruche.dossier.DossierExamples.OPEN_CALL;
import static fr.ruche.dossier.DossierExamples.fiche;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.ApiClient;
import fr.ruche.ApiClient.Answer;
import fr.ruche.IntegrationTest;
import fr.ruche.document.Attachment;
import fr.ruche.document.PdfExamples;
import fr.ruche.document.Upload;
import fr.ruche.identity.Actors;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class DocumentApiTests {

    private static final byte[] PDF = PdfExamples.plain();

    @LocalServerPort
    int port;

    @Autowired
    Dossiers dossiers;

    @Autowired
    DossierDocuments documents;

    @Autowired
    Actors actors;

    ApiClient holder;
    DossierNumber number;

    @BeforeEach
    void open() {
        holder = ApiClient.as("porteur", port);
        number = dossiers.open(OPEN_CALL, actors.find("porteur").orElseThrow(), fiche());
    }

    private Answer upload(String kind, String name, byte[] content) {
        return holder.upload("/dossiers/" + number + "/documents", kind, name, content);
    }

    @Test
    void aFileComesBackAsItWasSentAndIsNeverShownInPlace() {
        var added = upload("DELIBERATION", "../Délibération « été ».pdf", PDF);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.json().path("fileName").asText()).isEqualTo("Délibération « été ».pdf");
        var address = added.headers().firstValue("Location").orElseThrow().replace("/api/v1", "");

        var answer = holder.get(address);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEqualTo(PDF);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("filename*=UTF-8''D%C3%A9lib");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("sandbox");
    }

    @Test
    void wrongFilesAreRefusedWithTheirRule() {
        assertThat(upload("AUTRE", "page.html", "<html></html>".getBytes(StandardCharsets.UTF_8))
                        .faults())
                .containsExactly("file:FILE_TYPE");
        assertThat(upload("AUTRE", "page.pdf", "<html></html>".getBytes(StandardCharsets.UTF_8))
                        .faults())
                .containsExactly("file:FILE_CONTENT");
        assertThat(upload("AUTRE", "vide.pdf", new byte[0]).faults()).containsExactly("file:FILE_EMPTY");
        assertThat(upload("INCONNU", "bon.pdf", PDF).faults()).containsExactly("kind:CHOICE");
        assertThat(holder.post("/dossiers/" + number + "/documents", "{}").status())
                .isEqualTo(415);
        assertThat(holder.get("/dossiers/" + number + "/documents").json()).isEmpty();
    }

    @Test
    void aFileThatIsTooLargeIsRefusedByTheServer() {
        assertThat(upload("AUTRE", "grand.pdf", Arrays.copyOf(PDF, 20 * 1024 * 1024 + 1))
                        .status())
                .isIn(400, 413);
        assertThat(holder.get("/dossiers/" + number + "/documents").json()).isEmpty();
    }

    @Test
    void aReplacedFileIsKept() {
        var porteur = actors.find("porteur").orElseThrow();
        var first = documents.add(number, "DELIBERATION", new Upload("a.pdf", PDF), porteur, null);
        var second = documents.add(number, "DELIBERATION", new Upload("b.pdf", PDF), porteur, first.id());

        assertThat(documents.list(number, porteur))
                .extracting(Attachment::state)
                .containsExactly(Attachment.State.REPLACED, Attachment.State.CURRENT);
        assertThat(second.replaces()).isEqualTo(first.id());
        assertThat(documents.open(number, first.id(), porteur).bytes()).isEqualTo(PDF);
    }

    @Test
    void aFileIsTakenOffOnceAndOnlyByTheHolder() {
        var address = upload("AUTRE", "a.pdf", PDF)
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replace("/api/v1", "");

        assertThat(ApiClient.as("porteur2", port).delete(address).status()).isEqualTo(404);
        assertThat(holder.delete(address).status()).isEqualTo(204);
        assertThat(holder.delete(address).status()).isEqualTo(409);
        assertThat(holder.get("/dossiers/" + number + "/documents")
                        .json()
                        .get(0)
                        .path("state")
                        .asText())
                .isEqualTo("REMOVED");
    }

    @Test
    void officersReadTheFilesOnceTheFicheIsDepositedAndOnlyThoseOfTheDossier() {
        var address = upload("AUTRE", "a.pdf", PDF)
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replace("/api/v1", "");
        var officer = ApiClient.as("technicien", port);
        assertThat(officer.get(address).status()).isEqualTo(404);

        holder.post("/dossiers/" + number + "/fiche/deposit");

        assertThat(officer.get(address).status()).isEqualTo(200);
        assertThat(ApiClient.as("technicien2", port).get(address).status()).isEqualTo(404);
        assertThat(officer.upload("/dossiers/" + number + "/documents", "AUTRE", "b.pdf", PDF)
                        .status())
                .as("not in the porteur's hands")
                .isEqualTo(409);
        var other = dossiers.open(OPEN_CALL, actors.find("porteur").orElseThrow(), fiche());
        assertThat(holder.get(address.replace(number.value(), other.value())).status())
                .isEqualTo(404);
    }
}
