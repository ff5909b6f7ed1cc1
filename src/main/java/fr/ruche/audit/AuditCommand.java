package fr.ruche.audit;

import fr.ruche.common.OperatorCommand;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Holds the chain against the facts, gives the end of each day to be published, and the chain to whoever verifies it.
 */
@Component
class AuditCommand implements OperatorCommand {

    private final Audit audit;
    private final Sealer sealer;
    private final String published;

    /** @param published a file of heads that were kept elsewhere, against which the chain is held too */
    AuditCommand(Audit audit, Sealer sealer, @Value("${ruche.audit.published:}") String published) {
        this.audit = audit;
        this.sealer = sealer;
        this.published = published;
    }

    @Override
    public List<String> names() {
        return List.of("verify-audit", "audit-heads", "audit-chain");
    }

    @Override
    public int run(String name) {
        sealer.seal();
        if (name.equals("audit-heads")) {
            System.out.print(PublishedHeads.text(audit.heads()));
            return 0;
        }
        if (name.equals("audit-chain")) {
            audit.chain(0, System.out);
            return 0;
        }
        var found = audit.verify(published.isBlank() ? null : Path.of(published));
        found.breaches().forEach(breach -> System.out.println(breach.told()));
        System.out.println(found.told());
        return found.whole() ? 0 : 1;
    }
}
