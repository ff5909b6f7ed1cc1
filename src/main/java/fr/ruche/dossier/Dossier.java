package fr.ruche.dossier;

import fr.ruche.common.Euros;
import fr.ruche.common.ParisTime;
import fr.ruche.programme.Channel;
import fr.ruche.programme.Conformity;
import fr.ruche.programme.Route;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A dossier as the database keeps it: what the porteur wrote, what the steps established, where it stands. */
@Entity
@DynamicUpdate // what is not changed need not be computed again: the words, the order of titles
@EntityListeners(ChangeClock.class)
class Dossier {

    @Id
    private String number;

    @Version
    private long revision;

    private String call;
    private int callVersion;

    @Enumerated(EnumType.STRING)
    private DossierStatus status;

    @Nullable private String holder;

    @Nullable private String organisation;

    @Nullable private String measure;

    @Nullable private String title;

    @Nullable private String commune;

    @Nullable private String territory;

    @Nullable private String sector;

    private boolean forwarded;

    private boolean forwardedToRegion;

    @Nullable private String communeName;

    @Nullable private String territoryName;

    private String searchText;

    @Column(columnDefinition = "text[]")
    private String[] failedRules = {};

    @Enumerated(EnumType.STRING)
    @Nullable private Conformity conformity;

    @Nullable private Boolean uncoveredNeed;

    @Enumerated(EnumType.STRING)
    @Nullable private Route route;

    @Nullable private String routeReason;

    @Nullable private String jury;

    @Nullable private String step;

    @Nullable private String stepLabel;

    @Nullable private String clock;

    @Nullable private Instant dueAt;

    private boolean complete;

    @Nullable private Integer version;

    @Nullable private Instant waitsSince;

    private long spentPorteur;
    private long spentIntercommunality;
    private long spentRegion;
    private long spentJury;

    @Column(columnDefinition = "text[]")
    private String[] consulted = {};

    @Nullable private Instant ficheReceivedAt;

    @Enumerated(EnumType.STRING)
    @Nullable private Channel ficheChannel;

    @Nullable private LocalDate fichePostmark;

    @Nullable private Instant dossierReceivedAt;

    @Enumerated(EnumType.STRING)
    @Nullable private Channel dossierChannel;

    @Nullable private LocalDate dossierPostmark;

    private BigDecimal totalCost = Euros.ZERO;
    private BigDecimal requestedOperating = Euros.ZERO;
    private BigDecimal requestedInvestment = Euros.ZERO;

    @Nullable private BigDecimal grantedOperating;

    @Nullable private BigDecimal grantedInvestment;

    @JdbcTypeCode(SqlTypes.JSON)
    private Fiche fiche;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "full_dossier")
    @Nullable private FullDossier full;

    @Nullable private String closingReason;

    @Nullable private Instant suspendedAt;

    private int ficheExtraDays;
    private int dossierExtraDays;
    private int stepExtraDays;

    @Nullable private LocalDate silenceUntil;

    @Nullable private LocalDate silenceSuspendedOn;

    private Instant createdAt;

    @Nullable private Instant changedAt;

    @Nullable private String endEvent;

    @SuppressWarnings("NullAway.Init")
    Dossier() {}

    @SuppressWarnings("NullAway.Init")
    Dossier(DossierNumber number, String call, int callVersion, @Nullable String holder, Instant createdAt) {
        this.number = number.value();
        this.call = call;
        this.callVersion = callVersion;
        this.status = DossierStatus.BROUILLON;
        this.holder = holder;
        this.createdAt = createdAt;
    }

    void write(Fiche fiche, @Nullable Place place) {
        forwarded = forwarded && Objects.equals(commune, fiche.commune());
        forwardedToRegion = forwardedToRegion && Objects.equals(commune, fiche.commune());
        this.fiche = fiche;
        this.measure = fiche.measure();
        this.title = fiche.title();
        this.commune = fiche.commune();
        this.organisation = fiche.holder() == null ? null : fiche.holder().name();
        if (!forwarded) {
            this.territory = place == null ? null : place.territory();
            this.sector = place == null ? null : place.sector();
            this.territoryName = place == null ? null : place.territoryName();
        }
        this.communeName = place == null ? null : place.name();
        this.searchText = searchText();
        if (full == null) {
            totalCost = amount(fiche.estimatedCost());
            requestedOperating = amount(fiche.estimatedRequest());
        }
    }

    void write(FullDossier full, Budget budget) {
        this.full = full;
        this.totalCost = budget.totalCost();
        this.requestedOperating = budget.requested(FullDossier.Section.OPERATING);
        this.requestedInvestment = budget.requested(FullDossier.Section.INVESTMENT);
    }

    /** Stays with this intercommunality as long as the project stays in its commune. */
    void forward(String territory, String territoryName, String sector) {
        this.forwarded = true;
        this.territory = territory;
        this.territoryName = territoryName;
        this.sector = sector;
        this.searchText = searchText();
    }

    private String searchText() {
        return SearchText.of(number, title, organisation, communeName, territoryName, fiche.summary());
    }

    /** The Region decides on its conformity, after a correction too, as long as the project stays in its commune. */
    void forwardToRegion() {
        this.forwardedToRegion = true;
    }

    boolean isForwardedToRegion() {
        return forwardedToRegion;
    }

    /** The first deposit of the fiche settles the version of the call that judges it. */
    void ficheReceived(Arrival arrival, int callVersion) {
        if (ficheReceivedAt == null) {
            this.ficheReceivedAt = arrival.receivedAt();
            this.ficheChannel = arrival.channel();
            this.fichePostmark = arrival.postmark();
            this.callVersion = callVersion;
        }
    }

    void dossierReceived(Arrival arrival) {
        if (dossierReceivedAt == null) {
            this.dossierReceivedAt = arrival.receivedAt();
            this.dossierChannel = arrival.channel();
            this.dossierPostmark = arrival.postmark();
            keep(Silence.from(ParisTime.dayOf(arrival.receivedAt())));
        }
    }

    /** Papers that were asked for are awaited from this day on. */
    void awaitsPapers(LocalDate day) {
        if (silenceUntil != null) {
            keep(new Silence(silenceUntil, silenceSuspendedOn).suspended(day));
        }
    }

    /** They came, or the limit that was set for them is over. */
    void awaitsPapersNoMore(LocalDate day) {
        if (silenceUntil != null) {
            keep(new Silence(silenceUntil, silenceSuspendedOn).resumed(day));
        }
    }

    private void keep(Silence silence) {
        silenceUntil = silence.until();
        silenceSuspendedOn = silence.suspendedOn();
    }

    private @Nullable Silence silence() {
        return silenceUntil == null || status != DossierStatus.EN_COURS
                ? null
                : new Silence(silenceUntil, silenceSuspendedOn);
    }

    void judgedBy(int callVersion) {
        this.callVersion = callVersion;
    }

    void waitsAt(String step, String label, String clock, @Nullable Instant dueAt, Instant since, int version) {
        this.version = version;
        this.endEvent = null;
        this.waitsSince = since;
        this.step = step;
        this.stepLabel = label;
        this.clock = clock;
        this.dueAt = dueAt;
    }

    /** A service that was asked for its opinion goes on seeing what it was asked about. */
    void consults(Set<String> services) {
        var all = new TreeSet<>(List.of(consulted));
        if (all.addAll(services)) {
            consulted = all.toArray(String[]::new);
        }
    }

    void migrated(String step, String label, int version) {
        this.step = step;
        this.stepLabel = label;
        this.version = version;
    }

    /** Its process came out at this end of the diagram. */
    void endsAt(String event) {
        endEvent = event;
    }

    void changed(Instant at) {
        changedAt = at;
    }

    void waitsNowhere() {
        step = null;
        stepLabel = null;
        clock = null;
        dueAt = null;
        waitsSince = null;
        stepExtraDays = 0;
    }

    boolean suspended() {
        return suspendedAt != null;
    }

    void suspend(Instant at) {
        this.suspendedAt = at;
        this.dueAt = null;
    }

    /** The time in between was nobody's. */
    void resume(Duration paused) {
        this.suspendedAt = null;
        if (waitsSince != null) {
            this.waitsSince = waitsSince.plus(paused);
        }
    }

    /** What limits the present step ends so many days later. */
    void putOff(int days) {
        if (Step.DEPOSIT_FICHE.equals(step)) {
            ficheExtraDays += days;
        } else if (Step.COMPLETE_DOSSIER.equals(step)) {
            dossierExtraDays += days;
        } else {
            stepExtraDays += days;
        }
    }

    Standing standing() {
        return new Standing(
                status,
                conformity,
                complete,
                uncoveredNeed,
                route,
                routeReason,
                jury,
                grantedOperating,
                grantedInvestment);
    }

    /** Nothing of what was established since then holds any longer. */
    void standAs(Standing then) {
        this.status = then.status();
        this.conformity = then.conformity();
        this.complete = then.complete();
        this.uncoveredNeed = then.uncoveredNeed();
        this.route = then.route();
        this.routeReason = then.routeReason();
        this.jury = then.jury();
        this.grantedOperating = then.grantedOperating();
        this.grantedInvestment = then.grantedInvestment();
        this.closingReason = null;
    }

    /** Time that the dossier was in somebody's hands; what a diagram names otherwise is nobody's. */
    void spent(String clock, Duration time) {
        switch (clock) {
            case "PORTEUR" -> spentPorteur += time.toSeconds();
            case "INTERCOMMUNALITE" -> spentIntercommunality += time.toSeconds();
            case "REGION" -> spentRegion += time.toSeconds();
            case "JURY" -> spentJury += time.toSeconds();
            default -> {}
        }
    }

    void complete(boolean found) {
        this.complete = found;
    }

    void due(@Nullable Instant dueAt) {
        this.dueAt = dueAt;
    }

    void become(DossierStatus status) {
        this.status = status;
    }

    void closeBecause(String reason) {
        this.closingReason = reason;
    }

    void conformity(Conformity conformity) {
        this.conformity = conformity;
    }

    void failed(List<String> rules) {
        this.failedRules = rules.toArray(String[]::new);
    }

    void uncoveredNeed(boolean established) {
        this.uncoveredNeed = established;
    }

    void route(Route route, String jury, String reason) {
        this.route = route;
        this.jury = jury;
        this.routeReason = reason;
    }

    void grant(BigDecimal operating, BigDecimal investment) {
        this.grantedOperating = Euros.of(operating);
        this.grantedInvestment = Euros.of(investment);
    }

    boolean heldBy(String username) {
        return username.equals(holder);
    }

    @Nullable String step() {
        return step;
    }

    /** Of the diagram that it follows, or followed last. */
    @Nullable Integer version() {
        return version;
    }

    String call() {
        return call;
    }

    DossierStatus status() {
        return status;
    }

    String closingReason() {
        return closingReason == null ? "" : closingReason;
    }

    long revision() {
        return revision;
    }

    DossierCase toCase() {
        return new DossierCase(
                new DossierNumber(number),
                call,
                callVersion,
                status,
                holder,
                fiche,
                full,
                territory,
                sector,
                conformity,
                uncoveredNeed,
                route,
                routeReason,
                jury,
                Set.of(consulted),
                step,
                stepLabel,
                clock,
                dueAt,
                Arrival.of(ficheChannel, ficheReceivedAt, fichePostmark),
                Arrival.of(dossierChannel, dossierReceivedAt, dossierPostmark),
                totalCost,
                requestedOperating,
                requestedInvestment,
                grantedOperating,
                grantedInvestment,
                silence(),
                new ExtraDays(ficheExtraDays, dossierExtraDays, stepExtraDays),
                suspendedAt,
                createdAt,
                revision);
    }

    private static BigDecimal amount(@Nullable BigDecimal declared) {
        return declared == null ? Euros.ZERO : Euros.of(declared);
    }
}
