package fr.ruche.workshop.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.common.ParisTime;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Hour;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Calls;
import fr.ruche.review.Finding;
import fr.ruche.workshop.Approvals;
import fr.ruche.workshop.Comments;
import fr.ruche.workshop.FileKind;
import fr.ruche.workshop.Followers;
import fr.ruche.workshop.ProgrammeVersions;
import fr.ruche.workshop.StatedFiles;
import fr.ruche.workshop.VersionLine;
import fr.ruche.workshop.VersionState;
import fr.ruche.workshop.VersionView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A version of a programme: its files, what is wrong with them, what is said of it, what may be done with it. */
@Page
@RequestMapping(VersionPage.PATH)
class VersionPage {

    static final String PATH = WorkshopPage.PATH + "/{id}";

    private final ProgrammeVersions versions;
    private final Approvals approvals;
    private final Comments comments;
    private final Followers followers;
    private final List<StatedFiles> stated;
    private final Calls calls;
    private final Actors actors;
    private final Texts texts;
    private final Clock clock;
    private final ObjectMapper json;

    VersionPage(
            ProgrammeVersions versions,
            Approvals approvals,
            Comments comments,
            Followers followers,
            List<StatedFiles> stated,
            Calls calls,
            Actors actors,
            Texts texts,
            Clock clock,
            ObjectMapper json) {
        this.versions = versions;
        this.approvals = approvals;
        this.comments = comments;
        this.followers = followers;
        this.stated = stated;
        this.calls = calls;
        this.actors = actors;
        this.texts = texts;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        var me = actors.required();
        var version = versions.get(id, me);
        model.addAttribute("version", version);
        model.addAttribute("called", texts.of("workshop.version", version.number()));
        model.addAttribute("others", others(version, me));
        model.addAttribute("edits", me.is(Role.MODELLER));
        model.addAttribute("decides", me.is(Role.MANAGER));
        model.addAttribute("objection", approvals.objection(id, me));
        model.addAttribute("comments", comments.of(id, me));
        model.addAttribute("places", places(version));
        model.addAttribute("kinds", kinds());
        model.addAttribute("named", named(version));
        if (version.state().open()) {
            model.addAttribute("findings", findings(version, me));
        } else {
            var following = followers.of(id, me);
            model.addAttribute("followers", following);
            model.addAttribute("plans", plans(version, following));
            model.addAttribute("texts", written(Sentences.beginning("editor.")));
            model.addAttribute("calls", callsByProcess());
        }
        model.addAttribute("crumbs", List.of(new Crumb(WorkshopPage.PATH, texts.of("workshop.title"))));
        Form.ready(model, Typed.empty().put("comment", version.comment()));
        return "workshop/version";
    }

    /**
     * What is drawn of each plan, by the process and the version that would be left; in service, or nothing follows.
     */
    private Map<String, String> plans(VersionView version, List<Followers.Following> following) {
        var plans = new HashMap<String, String>();
        if (version.state() == VersionState.PUBLISHED) {
            for (var process : following) {
                var address = "/api/v1/workshop/versions/%s/followers/%s/".formatted(version.id(), process.process());
                for (var other : process.others()) {
                    plans.put(
                            process.process() + ":" + other.version(),
                            written(new Plan(
                                    address + other.version(),
                                    texts.of("workshop.followers.plan.version", other.version()),
                                    address + process.version(),
                                    texts.of("workshop.followers.plan.version", process.version()),
                                    Stream.concat(marks("LOST", other.lost()), marks("KEPT", other.kept()))
                                            .toList())));
                }
            }
        }
        return plans;
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @param before address of the diagram that is left; @param after of the one that would be followed */
    record Plan(String before, String beforeTitle, String after, String afterTitle, List<Mark> marks) {}

    /** @param number how many wait at the element */
    record Mark(String element, String kind, long number) {}

    /** Where most wait comes first: there the drawing begins. */
    private static Stream<Mark> marks(String kind, List<Followers.Waiting> places) {
        return places.stream()
                .sorted(Comparator.comparing(Followers.Waiting::waiting).reversed())
                .map(place -> new Mark(place.id(), kind, place.waiting()));
    }

    /** What it may be compared with: its basis and the version in service first. */
    private List<VersionLine> others(VersionView version, Actor me) {
        var programme = versions.programme(version.programme(), me);
        var all = programme.versions().stream()
                .filter(one -> !one.id().equals(version.id()))
                .toList();
        var first = new ArrayList<VersionLine>();
        all.stream().filter(one -> one.id().equals(version.basis())).forEach(first::add);
        programme.inService().filter(all::contains).ifPresent(first::add);
        first.addAll(all);
        return first.stream().distinct().toList();
    }

    /** By file, those with an error first. */
    private Map<String, List<Finding>> findings(VersionView version, Actor me) {
        return versions.review(version.id(), me).findings().stream()
                .sorted((one, other) -> Boolean.compare(other.refuses(), one.refuses()))
                .collect(Collectors.groupingBy(Finding::file, LinkedHashMap::new, Collectors.toList()));
    }

    private List<Choice> places(VersionView version) {
        var places = new ArrayList<Choice>();
        places.add(new Choice("", texts.of("workshop.comment.whole")));
        version.files().forEach(file -> places.add(new Choice(file.name(), file.name())));
        return places;
    }

    /** Those of which a file may have a name of its own. */
    private List<Choice> kinds() {
        return Arrays.stream(FileKind.values())
                .filter(kind -> stated.stream().noneMatch(one -> one.kind() == kind))
                .map(kind -> new Choice(kind.name(), texts.of("workshop.kind." + kind.name())))
                .toList();
    }

    /** The files whose names are known beforehand and that the version does not have yet. */
    private List<Choice> named(VersionView version) {
        return stated.stream()
                .flatMap(one -> one.names().stream()
                        .map(name -> new Choice(name.stem() + one.kind().ending(), name.label())))
                .filter(choice -> version.file(choice.value()).isEmpty())
                .toList();
    }

    /** Id of a process → the calls whose dossiers follow it. */
    private Map<String, List<String>> callsByProcess() {
        return calls.all().stream()
                .collect(Collectors.groupingBy(
                        call -> call.parameters().process(),
                        Collectors.mapping(call -> call.code(), Collectors.toList())));
    }

    @PostMapping("/objet")
    String describe(@PathVariable UUID id, Form form, Model model) {
        return act(id, form, model, "workshop.described", (typed, me) -> {
            versions.comment(id, typed.value("comment"), me);
            return id;
        });
    }

    /** A new file, which is then open in its editor. */
    @PostMapping("/nouveau")
    String begin(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "workshop.begun",
                typed -> {
                    var kind = Arrays.stream(FileKind.values())
                            .filter(one -> one.name().equals(typed.value("kind")))
                            .findFirst()
                            .orElseThrow(
                                    () -> Rejected.because("kind", "REQUIRED", texts.of("workshop.begin.kind.wrong")));
                    return begun(id, kind, typed.value("stem"));
                },
                () -> show(id, model));
    }

    /** The same for one whose name was chosen. */
    @PostMapping(value = "/nouveau", params = "named")
    String beginNamed(@PathVariable UUID id, Form form, Model model) {
        return form.answer(
                "workshop.begun",
                typed -> {
                    var name = typed.value("named");
                    var kind = FileKind.of(name)
                            .orElseThrow(() ->
                                    Rejected.because("named", "REQUIRED", texts.of("workshop.begin.named.wrong")));
                    return begun(id, kind, kind.stem(name).orElseThrow());
                },
                () -> show(id, model));
    }

    private String begun(UUID id, FileKind kind, String stem) {
        return WorkshopPage.address(id.toString()) + "/fichiers/" + versions.begin(id, kind, stem, actors.required());
    }

    /** Files that were made in Camunda Modeler; each takes the place of the one of its name. */
    @PostMapping("/fichiers")
    String put(@PathVariable UUID id, @RequestParam List<MultipartFile> files, Form form, Model model)
            throws IOException {
        var contents = new LinkedHashMap<String, byte[]>();
        for (var file : files) {
            if (!file.isEmpty()) {
                contents.put(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
            }
        }
        return act(id, form, model, "workshop.put", (typed, me) -> {
            if (contents.isEmpty()) {
                throw Rejected.because("files", "REQUIRED", texts.of("workshop.put.none"));
            }
            var seen = Objects.requireNonNullElse(typed.revision(), 0L).intValue();
            versions.put(id, contents, seen, me);
            return id;
        });
    }

    @PostMapping("/fichiers/{name}/retrait")
    String remove(@PathVariable UUID id, @PathVariable String name, Form form, Model model) {
        return act(id, form, model, "workshop.removed", (typed, me) -> {
            versions.remove(
                    id, name, Objects.requireNonNullElse(typed.revision(), 0L).intValue(), me);
            return id;
        });
    }

    @PostMapping("/epreuve")
    String test(@PathVariable UUID id, Form form, Model model) {
        return act(
                id,
                form,
                model,
                "workshop.tested",
                (typed, me) -> approvals.test(id, me).id());
    }

    @PostMapping("/demande")
    String submit(@PathVariable UUID id, Form form, Model model) {
        return act(
                id,
                form,
                model,
                "workshop.submitted",
                (typed, me) -> approvals.submit(id, typed.value("motive"), me).id());
    }

    @PostMapping(value = "/reponse", params = "go=approve")
    String approve(@PathVariable UUID id, @RequestParam UUID request, Form form, Model model) {
        return act(
                id,
                form,
                model,
                "workshop.approved",
                (typed, me) -> approvals.approve(id, request, me).id());
    }

    @PostMapping(value = "/reponse", params = "go=refuse")
    String refuse(@PathVariable UUID id, @RequestParam UUID request, Form form, Model model) {
        return act(
                id,
                form,
                model,
                "workshop.refused",
                (typed, me) ->
                        approvals.refuse(id, request, typed.value("motive"), me).id());
    }

    @PostMapping(value = "/service", params = "go=now")
    String publish(@PathVariable UUID id, Form form, Model model) {
        return act(
                id,
                form,
                model,
                "workshop.published",
                (typed, me) -> approvals.publish(id, null, me).id());
    }

    @PostMapping(value = "/service", params = "go=later")
    String plan(@PathVariable UUID id, Form form, Model model) {
        return act(
                id,
                form,
                model,
                "workshop.planned",
                (typed, me) -> approvals.publish(id, moment(typed), me).id());
    }

    private Instant moment(Typed typed) {
        var day = typed.day("day");
        if (day == null && typed.faults().at("day").isEmpty()) {
            typed.wrong("day", "REQUIRED", texts.of("workshop.plan.day.required"));
        }
        var at = day == null ? null : Hour.read(typed, "hour", day, texts);
        if (typed.text("hour") == null) {
            typed.wrong("hour", "REQUIRED", texts.of("workshop.plan.hour.required"));
        }
        if (at != null && !at.isAfter(clock.instant())) {
            typed.wrong("day", "PAST", texts.of("workshop.plan.past"));
        }
        typed.ifWrong();
        return Objects.requireNonNullElse(at, ParisTime.startOf(Objects.requireNonNull(day)));
    }

    @PostMapping("/service/annulation")
    String unplan(@PathVariable UUID id, Form form, Model model) {
        return act(
                id,
                form,
                model,
                "workshop.unplanned",
                (typed, me) -> approvals.unplan(id, me).id());
    }

    @PostMapping("/retour")
    String again(@PathVariable UUID id, Form form, Model model) {
        return act(
                id,
                form,
                model,
                "workshop.again",
                (typed, me) -> approvals.again(id, typed.value("motive"), me).id());
    }

    @PostMapping("/brouillon")
    String draft(@PathVariable UUID id, Form form, Model model) {
        return act(
                id,
                form,
                model,
                "workshop.drafted",
                (typed, me) ->
                        versions.draft(versions.get(id, me).programme(), id, me).id());
    }

    @PostMapping("/abandon")
    String discard(@PathVariable UUID id, Form form, Model model) {
        return act(
                id,
                form,
                model,
                "workshop.discarded",
                (typed, me) -> approvals.discard(id, me).id());
    }

    @PostMapping("/commentaires")
    String say(@PathVariable UUID id, Form form, Model model) {
        return act(
                id,
                form,
                model,
                "workshop.said",
                (typed, me) -> comments.say(id, typed.value("file"), typed.text("element"), typed.value("text"), me)
                        .version());
    }

    @PostMapping("/commentaires/{comment}")
    String done(@PathVariable UUID id, @PathVariable UUID comment, Form form, Model model) {
        return act(
                id,
                form,
                model,
                "workshop.commentDone",
                (typed, me) -> comments.done(comment, me).version());
    }

    private String act(UUID id, Form form, Model model, String done, BiFunction<Typed, Actor, UUID> work) {
        return form.answer(
                done,
                typed -> WorkshopPage.address(
                        work.apply(typed, actors.required()).toString()),
                () -> show(id, model));
    }
}
