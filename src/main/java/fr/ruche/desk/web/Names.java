package fr.ruche.desk.web;

import fr.ruche.page.Choice;
import fr.ruche.programme.Call;
import fr.ruche.programme.CallParameters.EnvelopeParameter;
import fr.ruche.programme.CallParameters.JuryDate;
import fr.ruche.programme.GroupNames;
import fr.ruche.programme.JuryNames;
import fr.ruche.territory.Commune;
import fr.ruche.territory.Epci;
import fr.ruche.territory.Territories;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What officers call a territory, a commune or a jury. */
@Component
class Names {

    private final Territories territories;
    private final JuryNames juryNames;
    private final GroupNames groupNames;

    Names(Territories territories, JuryNames juryNames, GroupNames groupNames) {
        this.groupNames = groupNames;
        this.territories = territories;
        this.juryNames = juryNames;
    }

    /** @param siren of the EPCI */
    public String territory(@Nullable String siren) {
        return siren == null ? "–" : territories.epci(siren).map(Epci::name).orElse(siren);
    }

    public String commune(@Nullable String code) {
        return code == null ? "–" : territories.commune(code).map(Commune::name).orElse(code);
    }

    /** @param jury {@code regional} or the SIREN of an EPCI */
    public String jury(@Nullable String jury) {
        return jury == null ? "–" : juryNames.title(jury);
    }

    /** @param group as the engine knows it */
    public String group(String group) {
        return groupNames.title(group);
    }

    /** The juries of a call: those that have an envelope, and those that have a date. */
    List<Choice> juries(Call call) {
        var parameters = call.parameters();
        return Stream.concat(
                        parameters.envelopes().stream().map(EnvelopeParameter::jury),
                        parameters.calendar().juryDates().stream().map(JuryDate::jury))
                .distinct()
                .map(jury -> new Choice(jury, jury(jury)))
                .toList();
    }

    /** Those of which there may be dossiers. */
    List<Choice> territories() {
        return territories.allEpci().stream()
                .sorted(Comparator.comparing(Epci::name))
                .map(epci -> new Choice(epci.siren(), epci.name()))
                .toList();
    }
}
