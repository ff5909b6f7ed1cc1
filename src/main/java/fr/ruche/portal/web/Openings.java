package fr.ruche.portal.web;

import fr.ruche.dossier.DossierNumber;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.SessionScope;

/** The forms of new fiches that somebody has sent: sent twice, one opens one dossier. */
@Component
@SessionScope
class Openings {

    private final Map<String, DossierNumber> opened = new ConcurrentHashMap<>();

    /** @param form names the form that was sent; null, or empty, opens each time */
    DossierNumber once(@Nullable String form, Supplier<DossierNumber> open) {
        return form == null ? open.get() : opened.computeIfAbsent(form, unknown -> open.get());
    }
}
