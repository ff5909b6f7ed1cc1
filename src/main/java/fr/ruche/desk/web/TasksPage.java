package fr.ruche.desk.web;

import fr.ruche.dossier.DossierFilter.Due;
import fr.ruche.dossier.TaskFilter;
import fr.ruche.identity.Absences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.jury.JurySessions;
import fr.ruche.jury.SessionHeading;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.worklist.Handovers;
import fr.ruche.worklist.SessionTask;
import fr.ruche.worklist.TaskOutcome;
import fr.ruche.worklist.Worklist;
import fr.ruche.worklist.WorklistLine;
import fr.ruche.worklist.WorklistView;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The tasks of an officer, many of which change hands at once; they are answered in Tasklist. */
@Page
@RequestMapping(TasksPage.PATH)
class TasksPage {

    static final String PATH = "/bureau/mes-taches";

    private static final String FORM = "task";

    private final Worklist worklist;
    private final Handovers handovers;
    private final JurySessions sessions;
    private final Absences absences;
    private final Actors actors;
    private final Names names;
    private final Texts texts;

    TasksPage(
            Worklist worklist,
            Handovers handovers,
            JurySessions sessions,
            Absences absences,
            Actors actors,
            Names names,
            Texts texts) {
        this.worklist = worklist;
        this.handovers = handovers;
        this.sessions = sessions;
        this.absences = absences;
        this.actors = actors;
        this.names = names;
        this.texts = texts;
    }

    /** @param all whether every task of the page is ticked */
    @GetMapping
    String show(
            @RequestParam(defaultValue = "GROUPS") WorklistView view,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String holder,
            @RequestParam(defaultValue = "false") boolean free,
            @RequestParam(required = false) @Nullable Due due,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate dueFrom,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate dueTo,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "false") boolean all,
            Model model) {
        return show(view, new TaskFilter(text(group), text(holder), free, due, dueFrom, dueTo), page, all, model);
    }

    private String show(WorklistView view, TaskFilter filter, int page, boolean all, Model model) {
        var me = actors.required();
        var found = worklist.list(me, view, filter, page);
        model.addAttribute("filter", filter);
        model.addAttribute("query", query(view, filter));
        model.addAttribute("dues", texts.choices("due", Due.values()));
        model.addAttribute("officers", view == WorklistView.ALL ? officers() : List.of());
        model.addAttribute("groups", view == WorklistView.ALL ? groups() : List.of());
        model.addAttribute("me", me);
        model.addAttribute("away", absences.today(me));
        model.addAttribute("view", view);
        model.addAttribute("views", views(me.is(Role.MANAGER)));
        model.addAttribute("found", found);
        model.addAttribute("sittings", sittings(me));
        model.addAttribute("names", names);
        model.addAttribute(
                "colleagues",
                worklist.colleagues(found.items()).stream()
                        .map(colleague -> new Choice(
                                colleague.username(), colleague.displayName() + " (" + colleague.username() + ")"))
                        .toList());
        model.addAttribute("crumbs", List.of(new Crumb("/bureau", texts.of("menu.desk"))));
        var ticked = Typed.empty();
        if (all) {
            ticked.set(
                    FORM,
                    found.items().stream()
                            .filter(WorklistLine::entrusted)
                            .map(WorklistLine::task)
                            .toList());
        }
        Form.ready(model, ticked);
        return "desk/tasks";
    }

    /** What became of each task is told on the page that follows, whatever it is. */
    @PostMapping("/{change:prise|attribution|retour}")
    String change(
            @PathVariable String change,
            @RequestParam(defaultValue = "GROUPS") WorklistView view,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String holder,
            @RequestParam(defaultValue = "false") boolean free,
            @RequestParam(required = false) @Nullable Due due,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate dueFrom,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate dueTo,
            @RequestParam(defaultValue = "0") int page,
            Form form,
            Model model) {
        var filter = new TaskFilter(text(group), text(holder), free, due, dueFrom, dueTo);
        return form.answer(
                "tasks",
                typed -> {
                    var outcomes = handedOn(change, typed);
                    form.tell(
                            "handed",
                            outcomes.stream().filter(TaskOutcome::done).toList());
                    form.tell(
                            "refused",
                            outcomes.stream().filter(one -> !one.done()).toList());
                    return PATH + "?" + query(view, filter) + "&page=" + page;
                },
                () -> show(view, filter, page, false, model));
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed;
    }

    private static String query(WorklistView view, TaskFilter filter) {
        var query = UriComponentsBuilder.newInstance().queryParam("view", view);
        if (view == WorklistView.ALL) {
            query.queryParamIfPresent("group", Optional.ofNullable(filter.group()))
                    .queryParamIfPresent("holder", Optional.ofNullable(filter.taker()))
                    .queryParamIfPresent("due", Optional.ofNullable(filter.due()))
                    .queryParamIfPresent("dueFrom", Optional.ofNullable(filter.dueFrom()))
                    .queryParamIfPresent("dueTo", Optional.ofNullable(filter.dueTo()));
            if (filter.free()) {
                query.queryParam("free", true);
            }
        }
        return Objects.requireNonNull(query.build().encode().getQuery());
    }

    private List<Choice> officers() {
        return worklist.officers().stream()
                .map(one -> new Choice(one.username(), one.displayName()))
                .toList();
    }

    private List<Choice> groups() {
        return worklist.groups().stream()
                .map(group -> new Choice(group, names.group(group)))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    private List<TaskOutcome> handedOn(String change, Typed typed) {
        var me = actors.required();
        var chosen = typed.chosen(FORM);
        return switch (change) {
            case "prise" -> handovers.claim(me, chosen);
            case "attribution" -> handovers.assign(me, chosen, typed.value("to"), typed.value("motive"));
            default -> handovers.giveBack(me, chosen, typed.value("motive"));
        };
    }

    /** Those of jury sessions, which are of no dossier. */
    private List<Sitting> sittings(Actor me) {
        if (!me.is(Role.MANAGER) && !me.is(Role.JURY_MEMBER)) {
            return List.of();
        }
        var open = sessions.openHeadings(me).stream().collect(Collectors.toMap(SessionHeading::id, session -> session));
        return worklist.ofSessions(me, open.keySet()).stream()
                .map(task -> new Sitting(task, Objects.requireNonNull(open.get(task.session()))))
                .toList();
    }

    /** A task with the session to which it belongs. */
    record Sitting(SessionTask task, SessionHeading session) {}

    private List<Choice> views(boolean manager) {
        return texts.choices(
                "tasks.view",
                Arrays.stream(WorklistView.values())
                        .filter(view -> manager || view != WorklistView.ALL)
                        .toArray(WorklistView[]::new));
    }
}
