package fr.ruche.notification;

import fr.ruche.common.Euros;
import fr.ruche.common.FrenchDay;
import fr.ruche.common.ParisTime;
import fr.ruche.dossier.DossierCase;
import fr.ruche.programme.Call;
import fr.ruche.programme.Calls;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every letter may name: the dossier, its porteur, its call and its dates. */
@Component
class LetterValues {

    private final Calls calls;

    LetterValues(Calls calls) {
        this.calls = calls;
    }

    /** A new map, to which a letter adds its own names. */
    Map<String, String> of(DossierCase dossier) {
        var call = calls.current(dossier.call());
        var values = new HashMap<String, String>();
        values.put("number", dossier.number().value());
        values.put("title", dossier.title());
        values.put("holder", holder(dossier));
        values.put("call", call.parameters().title());
        values.put("service", service(call, dossier));
        var contact = call.parameters().contact();
        values.put("authority", contact.authority());
        values.put("address", contact.address());
        values.put("email", contact.email());
        values.put("phone", contact.phone());
        values.put("remedies", contact.remedies());
        values.put("dossierDeadline", FrenchDay.format(call.dossierDeadline(territory(dossier))));
        values.put("conformityDays", String.valueOf(call.parameters().delays().conformityDays()));
        if (dossier.silence() != null) {
            values.put("silenceUntil", FrenchDay.format(dossier.silence().until()));
        }
        return values;
    }

    static String amount(BigDecimal amount) {
        return Euros.format(amount);
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The last day of a limit that is itself excluded. */
    static String lastDay(Instant limit) {
        return FrenchDay.format(ParisTime.dayOf(limit.minusMillis(1)));
    }

    private static String holder(DossierCase dossier) {
        var holder = dossier.fiche().holder();
        return holder == null || holder.name() == null ? "" : holder.name();
    }

    private static String service(Call call, DossierCase dossier) {
        return dossier.measure().isEmpty()
                ? ""
                : call.measure(dossier.measure()).service();
    }

    private static String territory(DossierCase dossier) {
        return dossier.territory() == null ? "" : dossier.territory();
    }
}
