package fr.ruche.funding;

import fr.ruche.common.OperatorCommand;
import fr.ruche.common.Sentences;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts the envelopes again from the dossiers. */
@Component
class EnvelopeCommand implements OperatorCommand {

    private final EnvelopeAudit audit;

    EnvelopeCommand(EnvelopeAudit audit) {
        this.audit = audit;
    }

    @Override
    public List<String> names() {
        return List.of("verify-envelopes");
    }

    @Override
    public int run(String name) {
        var found = audit.check();
        found.forEach(System.out::println);
        System.out.println(
                found.isEmpty() ? Sentences.of("audit.agrees") : Sentences.of("audit.differs", found.size()));
        return found.isEmpty() ? 0 : 1;
    }
}
