package fr.ruche.dossier;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The lines that a budget may have ({@code domain.md} 1.2): read from a versioned table, never written in code. */
@Component
public class BudgetNomenclature {

    private final Table table;

    BudgetNomenclature() {
        try (var yaml = new ClassPathResource("budget-nomenclature.yaml", BudgetNomenclature.class).getInputStream()) {
            table = new YAMLMapper().readValue(yaml, Table.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** In the order in which they are shown. */
    public List<Account> accounts() {
        return table.accounts();
    }

    public String version() {
        return table.version();
    }

    public Optional<Account> account(String code) {
        return accounts().stream()
                .filter(account -> account.code().equals(code))
                .findFirst();
    }

    /**
     * A line of the nomenclature.
     *
     * @param group the account of which it is a part, null when it stands alone
     * @param payer who brings the money; null for a charge or a contribution in kind
     */
    public record Account(
            String code,
            FullDossier.Section section,
            Side side,
            @Nullable String group,
            @Nullable Payer payer,
            String title) {}

    /** Where the line stands in the table. */
    public enum Side {
        CHARGE,
        PRODUCT,
        IN_KIND_CHARGE,
        IN_KIND_PRODUCT
    }

    /** Who pays; {@code REGION} is the one that is asked. */
    public enum Payer {
        REGION,
        COMMUNE,
        EPCI,
        DEPARTEMENT,
        ETAT,
        EUROPE,
        PRIVES,
        OWN,
        OTHER
    }

    private record Table(String version, List<Account> accounts) {}
}
