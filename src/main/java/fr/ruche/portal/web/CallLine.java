package fr.ruche.portal.web;

import fr.ruche.programme.Call;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A call as the public pages announce it.
 *
 * @param judged whether it has rules that one can test oneself by
 */
record CallLine(
        String code,
        String programme,
        String title,
        String summary,
        CallState state,
        LocalDate ficheDeadline,
        LocalDate dossierDeadline,
        boolean judged) {

    static CallLine of(Call call, Instant now) {
        var parameters = call.parameters();
        return new CallLine(
                call.code(),
                parameters.programme(),
                parameters.title(),
                parameters.summary(),
                CallState.of(call, now),
                parameters.calendar().ficheDeadline(),
                parameters.calendar().dossierDeadline(),
                parameters.tables().eligibility() != null);
    }
}
