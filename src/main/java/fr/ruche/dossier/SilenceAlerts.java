package fr.ruche.dossier;

import fr.ruche.common.ParisTime;
import fr.ruche.programme.Call;
import fr.ruche.programme.Calls;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** From when on officers are warned of silence. */
@Component
class SilenceAlerts {

    private final Calls calls;
    private final Clock clock;

    SilenceAlerts(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** For each call, the last date of an implicit rejection of which officers are warned today. */
    Map<String, LocalDate> lastDays() {
        var today = ParisTime.dayOf(clock.instant());
        return calls.all().stream()
                .collect(Collectors.toMap(
                        Call::code,
                        call -> today.plusDays(call.parameters().silence().alertDays())));
    }
}
