package fr.ruche.audit;

import fr.ruche.common.OperatorCommand;
import fr.ruche.common.Sentences;
import java.util.List;
import org.springframework.stereotype.Component;

/** Holds the chain against the facts, and gives the end of each day to be published. */
@Component
class AuditCommand implements OperatorCommand {

    private final Audit audit;
    private final Sealer sealer;

    AuditCommand(Audit audit, Sealer sealer) {
        this.audit = audit;
        this.sealer = sealer;
    }

    @Override
    public List<String> names() {
        return List.of("verify-audit", "audit-heads");
    }

    @Override
    public int run(String name) {
        sealer.seal();
        if (name.equals("audit-heads")) {
            audit.days().forEach(day -> System.out.println(day.line()));
            return 0;
        }
        var found = audit.verify();
        found.forEach(breach -> System.out.println(breach.told()));
        var head = audit.head();
        System.out.println(
                found.isEmpty()
                        ? Sentences.of("journal.whole", head.position(), head.seal())
                        : Sentences.of("journal.breached", found.size()));
        return found.isEmpty() ? 0 : 1;
    }
}
