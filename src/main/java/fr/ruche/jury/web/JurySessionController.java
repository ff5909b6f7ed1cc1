package fr.ruche.jury.web;

import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.document.Upload;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.jury.AgendaQuery;
import fr.ruche.jury.Agendas;
import fr.ruche.jury.College;
import fr.ruche.jury.Conflicts;
import fr.ruche.jury.Governance;
import fr.ruche.jury.JuryMember;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.JurySessions;
import fr.ruche.jury.Quorum;
import fr.ruche.jury.RollCall;
import fr.ruche.jury.RollLine;
import fr.ruche.jury.SessionPlan;
import fr.ruche.jury.SignedMinutes;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/jury-sessions")
class JurySessionController {

    private final JurySessions sessions;
    private final SignedMinutes signed;
    private final Agendas agendas;
    private final Conflicts conflicts;
    private final RollCall roll;
    private final Governance governance;
    private final Actors actors;

    JurySessionController(
            JurySessions sessions,
            Agendas agendas,
            Conflicts conflicts,
            RollCall roll,
            Governance governance,
            Actors actors,
            SignedMinutes signed) {
        this.signed = signed;
        this.governance = governance;
        this.sessions = sessions;
        this.agendas = agendas;
        this.conflicts = conflicts;
        this.roll = roll;
        this.actors = actors;
    }

    /** A manager convenes a session. */
    @PostMapping
    @Operation(
            summary = "Convoquer une séance",
            description = "`fromRegistry` : les membres sont ceux que le registre de la gouvernance donne à la date de"
                    + " la séance ; sinon ceux de `members`. `substitute` : suppléant, qui ne siège qu’à la place d’un"
                    + " titulaire de son collège.")
    ResponseEntity<JurySession> convene(@RequestBody Convocation convocation) {
        var actor = actors.required();
        if (Boolean.TRUE.equals(convocation.fromRegistry()) && convocation.members() != null) {
            throw Rejected.because("members", "REGISTRY", Sentences.of("governance.either"));
        }
        var session = sessions.convene(convocation.plan(members(convocation, actor)), actor);
        return ResponseEntity.created(URI.create("/api/v1/jury-sessions/" + session.id()))
                .body(session);
    }

    /** None as long as it is not said of which jury and when: that is refused with all else that is missing. */
    private List<JuryMember> members(Convocation convocation, Actor actor) {
        var jury = convocation.jury();
        var startsAt = convocation.startsAt();
        if (!Boolean.TRUE.equals(convocation.fromRegistry())) {
            return convocation.given();
        }
        return jury == null || startsAt == null
                ? List.of()
                : governance.members(jury, ParisTime.dayOf(startsAt), actor);
    }

    /** The sessions that one may see, the latest first. */
    @GetMapping
    List<JurySession> all(@RequestParam(required = false) @Nullable String call) {
        return sessions.visibleTo(actors.required()).stream()
                .filter(session -> call == null || session.call().equals(call))
                .toList();
    }

    @GetMapping("/{id}")
    JurySession one(@PathVariable UUID id) {
        return sessions.visibleTo(actors.required(), id);
    }

    /** Puts a dossier on the agenda; answers with the session. */
    @PostMapping("/{id}/agenda")
    JurySession put(@PathVariable UUID id, @RequestBody Entry entry) {
        var actor = actors.required();
        sessions.visibleTo(actor, id);
        if (entry.dossier() == null) {
            throw Rejected.because("dossier", "REQUIRED", Sentences.of("jury.dossier.required"));
        }
        agendas.put(id, new DossierNumber(entry.dossier()), actor);
        return sessions.visibleTo(actor, id);
    }

    /** Sets which dossiers join the agenda by themselves; answers with the session. */
    @PutMapping("/{id}/agenda/query")
    @Operation(
            summary = "Composer l’ordre du jour par une requête",
            description = "Les dossiers qui attendent ce jury, des dispositifs et territoires nommés (aucun : tous),"
                    + " s’inscrivent d’eux-mêmes jusqu’à ce que l’ordre du jour soit arrêté.")
    JurySession follow(@PathVariable UUID id, @RequestBody AgendaQuery query) {
        return follow(id, query, actors.required());
    }

    /** From now on the agenda is made by hand; what stands on it stays. */
    @DeleteMapping("/{id}/agenda/query")
    @Operation(summary = "Composer l’ordre du jour à la main")
    JurySession unfollow(@PathVariable UUID id) {
        return follow(id, null, actors.required());
    }

    private JurySession follow(UUID id, @Nullable AgendaQuery query, Actor actor) {
        sessions.visibleTo(actor, id);
        agendas.follow(id, query, actor);
        return sessions.visibleTo(actor, id);
    }

    /** Takes a dossier off the agenda; the motive is a parameter, because a body on a deletion gets lost on its way. */
    @DeleteMapping("/{id}/agenda/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable String number, @RequestParam(defaultValue = "") String motive) {
        var actor = actors.required();
        sessions.visibleTo(actor, id);
        agendas.remove(id, new DossierNumber(number), motive, actor);
    }

    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id, @RequestBody Cancellation cancellation) {
        var actor = actors.required();
        sessions.visibleTo(actor, id);
        sessions.cancel(id, cancellation.motive() == null ? "" : cancellation.motive(), actor);
    }

    /** A member declares a conflict of interest for a dossier of the agenda; a manager does it for any member. */
    @PostMapping("/{id}/recusals")
    @Operation(
            summary = "Déclarer un conflit d’intérêts",
            description = "Le sien ; pour un gestionnaire, celui du membre nommé (`member`). Pour ce dossier, le membre"
                    + " ne voit plus le dossier ni ses pièces, et ses notes ne comptent pas ; le procès-verbal le"
                    + " dit.")
    JurySession recuse(@PathVariable UUID id, @RequestBody Declaration declared) {
        var actor = actors.required();
        conflicts.declare(id, text(declared.member()), text(declared.dossier()), text(declared.motive()), actor);
        return sessions.visibleTo(actor, id);
    }

    /** A manager ends what was declared in error. */
    @DeleteMapping("/{id}/recusals/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Lever un déport déclaré par erreur",
            description = "Réservé aux gestionnaires. Ce qui est déduit d’un siège ou d’un rôle prend fin avec lui.")
    void lift(
            @PathVariable UUID id,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String member,
            @RequestParam(defaultValue = "") String motive) {
        conflicts.lift(id, member, number, motive, actors.required());
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /** Records how members take part; answers with the session, whose {@code roll} tells all that was recorded. */
    @PostMapping("/{id}/roll")
    @Operation(
            summary = "Relever les présences",
            description = "Présence, visioconférence, mandat ou absence de chaque membre nommé, depuis `at` (par défaut"
                    + " maintenant). Rien ne s’efface : un départ est une nouvelle ligne. Réservé aux gestionnaires, au"
                    + " jury et à sa présidence.")
    JurySession call(@PathVariable UUID id, @RequestBody List<RollLine> lines) {
        var actor = actors.required();
        roll.record(id, lines, actor);
        return sessions.visibleTo(actor, id);
    }

    /** The quorum of each college as the roll stands, for the session at large. */
    @GetMapping("/{id}/quorum")
    @Operation(summary = "Le quorum de chaque collège")
    List<Quorum> quorum(@PathVariable UUID id) {
        return roll.quorum(sessions.visibleTo(actors.required(), id));
    }

    /** A manager convokes the jury again, too few having come; answers with the session. */
    @PostMapping("/{id}/reconvening")
    @Operation(
            summary = "Convoquer à nouveau, faute de quorum",
            description = "Même ordre du jour, autre date ; selon les paramètres de l’appel, sans condition de quorum.")
    JurySession reconvene(@PathVariable UUID id, @RequestBody Reconvening again) {
        var actor = actors.required();
        roll.reconvene(id, again.startsAt(), again.place(), actor);
        return sessions.visibleTo(actor, id);
    }

    /** The minutes, as approved or as they would stand now. */
    @GetMapping(path = "/{id}/minutes", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String minutes(@PathVariable UUID id) {
        return sessions.minutes(id, actors.required());
    }

    /** The minutes as a PDF file: as approved, byte for byte, or as they would stand now. */
    @GetMapping(path = "/{id}/minutes.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] minutesFile(@PathVariable UUID id) {
        return sessions.minutesFile(id, actors.required());
    }

    /** Keeps the approved minutes as they were signed and scanned; managers. */
    @PostMapping(path = "/{id}/minutes/signed", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Joindre le procès-verbal signé", description = "Un PDF ; il remplace la copie précédente.")
    void keepSigned(@PathVariable UUID id, @RequestParam MultipartFile file) throws IOException {
        signed.keep(
                id,
                new Upload(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes()),
                actors.required());
    }

    /** The last signed copy. */
    @GetMapping(path = "/{id}/minutes/signed", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] signed(@PathVariable UUID id) {
        return signed.open(id, actors.required());
    }

    record Convocation(
            @Nullable String call,
            @Nullable String jury,
            @Nullable Instant startsAt,
            @Nullable String place,
            @Nullable List<Member> members,
            @Nullable Boolean fromRegistry,
            @Nullable AgendaQuery query) {

        List<JuryMember> given() {
            return members == null
                    ? List.of()
                    : members.stream().map(Member::toMember).toList();
        }

        SessionPlan plan(List<JuryMember> composed) {
            return new SessionPlan(call, jury, startsAt, place, composed, query);
        }
    }

    record Member(
            @Nullable String name,
            @Nullable College college,
            boolean president,
            @Nullable String username,
            @Nullable Boolean substitute) {

        JuryMember toMember() {
            return new JuryMember(
                    name == null ? "" : name, college, president, username, Boolean.TRUE.equals(substitute));
        }
    }

    record Reconvening(@Nullable Instant startsAt, @Nullable String place) {}

    record Entry(@Nullable String dossier) {}

    record Declaration(
            @Nullable String member,
            @Nullable String dossier,
            @Nullable String motive) {}

    record Cancellation(@Nullable String motive) {}
}
