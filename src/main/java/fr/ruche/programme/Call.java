package fr.ruche.programme;

import fr.ruche.common.NotFound;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a programme, with its parameters at one version.
 *
 * @param code such as {@code DSDT-2015}
 */
public record Call(String code, int version, CallParameters parameters) {

    /** The first instant at which a fiche is late in this territory. */
    public Instant ficheLimit(@Nullable String territory) {
        return ParisTime.endOf(ficheDeadline(territory));
    }

    /** The first instant at which a full dossier is late in this territory. */
    public Instant dossierLimit(@Nullable String territory) {
        return ParisTime.endOf(dossierDeadline(territory));
    }

    /** When a dossier without a full deposit lapses: the limit, put off by the time that paper takes to arrive. */
    public Instant dossierLapse(@Nullable String territory) {
        return ParisTime.endOf(
                dossierDeadline(territory).plusDays(parameters.paper().graceDays()));
    }

    public LocalDate ficheDeadline(@Nullable String territory) {
        var calendar = parameters.calendar();
        var own = territory == null ? null : calendar.territories().get(territory);
        return own == null || own.ficheDeadline() == null ? calendar.ficheDeadline() : own.ficheDeadline();
    }

    public LocalDate dossierDeadline(@Nullable String territory) {
        var calendar = parameters.calendar();
        var own = territory == null ? null : calendar.territories().get(territory);
        return own == null || own.dossierDeadline() == null ? calendar.dossierDeadline() : own.dossierDeadline();
    }

    /**
     * The same call with later limits, for a dossier to which more time was given.
     *
     * @param ficheDays days by which the deadline of the fiches is put off, in every territory; 0 for none
     * @param dossierDays the same for the full dossiers
     */
    public Call putOff(int ficheDays, int dossierDays) {
        return ficheDays == 0 && dossierDays == 0
                ? this
                : new Call(code, version, parameters.with(parameters.calendar().putOff(ficheDays, dossierDays)));
    }

    public boolean acceptsFiches(@Nullable String territory, Instant now) {
        return !now.isBefore(ParisTime.startOf(parameters.calendar().opening())) && now.isBefore(ficheLimit(territory));
    }

    /** Whether this measure gives money; one that is not chosen yet may, where any of the call does. */
    public boolean givesMoney(String measure) {
        return parameters.measures().stream()
                .filter(one -> one.code().equals(measure))
                .findFirst()
                .map(CallParameters.Measure::money)
                .orElseGet(parameters::money);
    }

    /** @throws NotFound when the call has no such measure */
    public CallParameters.Measure measure(String measure) {
        return parameters.measures().stream()
                .filter(m -> m.code().equals(measure))
                .findFirst()
                .orElseThrow(() -> new NotFound(Sentences.of("call.measure.unknown", measure)));
    }
}
