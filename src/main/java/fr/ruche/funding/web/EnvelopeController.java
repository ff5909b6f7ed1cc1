package fr.ruche.funding.web;

import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.funding.Envelope;
import fr.ruche.funding.EnvelopeAudit;
import fr.ruche.funding.EnvelopeChange;
import fr.ruche.funding.EnvelopeCounters;
import fr.ruche.funding.EnvelopePlan;
import fr.ruche.funding.Envelopes;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/envelopes")
class EnvelopeController {

    private final Envelopes envelopes;
    private final EnvelopeAudit audit;
    private final Actors actors;

    EnvelopeController(Envelopes envelopes, EnvelopeAudit audit, Actors actors) {
        this.envelopes = envelopes;
        this.audit = audit;
        this.actors = actors;
    }

    /** The envelopes of a call; a jury member sees those of the own juries, managers and instructors all. */
    @GetMapping
    List<Envelope> of(@RequestParam String call) {
        var actor = actors.required();
        if (actor.is(Role.MANAGER) || !actor.scopes(Role.INSTRUCTOR).isEmpty()) {
            return envelopes.of(call);
        }
        var juries = actor.scopes(Role.JURY_MEMBER);
        if (juries.isEmpty()) {
            throw new Forbidden(Sentences.of("envelope.forbidden"));
        }
        return envelopes.of(call).stream()
                .filter(e -> juries.contains(e.jury()))
                .toList();
    }

    /** Where the money stands: asked, proposed, decided, notified, paid; managers. */
    @GetMapping("/counters")
    List<EnvelopeCounters> counters(@RequestParam String call) {
        var actor = actors.required();
        envelopes.of(call);
        return audit.counters(call, actor);
    }

    /** Every discrepancy between the envelopes and the dossiers; managers. */
    @GetMapping("/check")
    List<String> check() {
        return audit.check(actors.required());
    }

    /**
     * A manager changes the amount of an envelope; {@code seen}, the amount that was read, guards against a colleague.
     */
    @PutMapping("/{id}")
    Envelope change(@PathVariable UUID id, @RequestBody AmountChange change) {
        var amount = change.amount();
        if (amount == null) {
            throw Rejected.because("amount", "REQUIRED", Sentences.of("envelope.amount.missing"));
        }
        return envelopes.changeAmount(
                id, change.seen(), amount, change.reason() == null ? "" : change.reason(), actors.required());
    }

    /** A manager opens an envelope: of another year, or kept for one measure. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Envelope open(@RequestParam String call, @RequestBody EnvelopePlan plan) {
        return envelopes.open(call, plan, actors.required());
    }

    /** A manager delegates an amount of the regional envelope to a territory's, or takes it back. */
    @PostMapping("/delegations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delegate(@RequestBody Delegation wanted) {
        var from = wanted.from();
        var to = wanted.to();
        var amount = wanted.amount();
        if (from == null || to == null) {
            throw Rejected.because("to", "REQUIRED", Sentences.of("envelope.delegation.two"));
        }
        if (amount == null) {
            throw Rejected.because("amount", "REQUIRED", Sentences.of("envelope.amount.missing"));
        }
        envelopes.delegate(from, to, amount, wanted.reason() == null ? "" : wanted.reason(), actors.required());
    }

    /** What was changed of the envelopes of a call, the latest first; managers. */
    @GetMapping("/changes")
    List<EnvelopeChange> changes(@RequestParam String call) {
        return envelopes.changes(call, actors.required());
    }

    record Delegation(
            @Nullable UUID from,
            @Nullable UUID to,
            @Nullable BigDecimal amount,
            @Nullable String reason) {}

    record AmountChange(
            @Nullable BigDecimal seen,
            @Nullable BigDecimal amount,
            @Nullable String reason) {}
}
