package fr.ruche.jury;

import fr.ruche.dossier.DossierCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the dossiers that wait for a jury join the agenda of a session by themselves, until it is settled: those of
 * the call and the jury of the session, of these measures and territories. Others are put there by hand.
 *
 * @param measures codes such as {@code F1}, empty for all
 * @param territories SIREN of the EPCI, empty for all; only for the regional jury
 */
public record AgendaQuery(List<String> measures, List<String> territories) {

    public static final AgendaQuery ALL = new AgendaQuery(List.of(), List.of());

    public AgendaQuery(@Nullable List<String> measures, @Nullable List<String> territories) {
        this.measures = measures == null ? List.of() : List.copyOf(measures);
        this.territories = territories == null ? List.of() : List.copyOf(territories);
    }

    boolean takes(DossierCase dossier) {
        return (measures.isEmpty() || measures.contains(dossier.measure()))
                && (territories.isEmpty() || territories.contains(String.valueOf(dossier.territory())));
    }
}
