package fr.ruche.desk.web;

import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.CalendarPreview;
import fr.ruche.dossier.Dossiers;
import fr.ruche.dossier.StepNames;
import fr.ruche.identity.Actors;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Call;
import fr.ruche.programme.Calls;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The days, delays and choices of a call. A change is a new version that the running dossiers follow; when it moves
 * their due dates, the page first says how many and asks for a confirmation.
 */
@Page
@RequestMapping("/bureau/gestion/appels/{code}")
class CallSettingsPage {

    private final Calls calls;
    private final Dossiers dossiers;
    private final CalendarPreview preview;
    private final Actors actors;
    private final CallFields fields;
    private final Names names;
    private final StepNames steps;
    private final Texts texts;

    CallSettingsPage(
            Calls calls,
            Dossiers dossiers,
            CalendarPreview preview,
            Actors actors,
            CallFields fields,
            Names names,
            StepNames steps,
            Texts texts) {
        this.calls = calls;
        this.dossiers = dossiers;
        this.preview = preview;
        this.actors = actors;
        this.fields = fields;
        this.names = names;
        this.steps = steps;
        this.texts = texts;
    }

    @GetMapping
    String show(@PathVariable String code, Model model) {
        return show(calls.current(code), model);
    }

    /** One more row, without a change: the page always offers an empty one after those that are filled in. */
    @PostMapping(params = "row")
    String addRow(@PathVariable String code, Form form, Model model) {
        return form.again(() -> show(code, model));
    }

    @PostMapping
    String change(@PathVariable String code, Form form, Model model) {
        var call = calls.current(code);
        return form.answer(
                "call.changed",
                typed -> {
                    mustBeOf(call, typed);
                    typed.required("reason", texts.of("callSettings.reason.required"));
                    var parameters = fields.read(call.parameters(), typed);
                    calls.check(parameters);
                    mustBeConfirmed(new Call(code, call.version(), parameters), typed, model);
                    calls.change(
                            code, call.version(), parameters, actors.required().username(), typed.value("reason"));
                    return "/bureau/gestion/appels/" + code;
                },
                () -> show(call, model));
    }

    /** A form that somebody else has overtaken takes over their changes and is to be read again. */
    private void mustBeOf(Call now, Typed typed) {
        var seen = Objects.requireNonNullElse(typed.whole("version"), 0);
        if (seen == now.version()) {
            return;
        }
        var both = fields.merge(calls.at(now.code(), seen).parameters(), now.parameters(), typed);
        var last = calls.history(now.code()).get(0);
        var faults = new ArrayList<Fault>();
        faults.add(
                new Fault("", "STALE", texts.of("callSettings.stale", last.version(), last.author(), last.reason())));
        both.forEach(field -> faults.add(new Fault(field, "STALE", texts.of("callSettings.stale.field"))));
        throw new Rejected(faults);
    }

    private void mustBeConfirmed(Call proposed, Typed typed, Model model) {
        var moved = preview.moved(proposed);
        if (moved > 0 && !typed.has("confirmed", Integer.toString(moved))) {
            model.addAttribute("moved", moved);
            throw Rejected.because("confirmed", "CONFIRM", texts.of("callSettings.moved", moved));
        }
    }

    private String show(Call call, Model model) {
        model.addAttribute("call", call);
        model.addAttribute("progress", dossiers.progress(call));
        model.addAttribute("days", CallFields.DAYS);
        model.addAttribute("reminders", CallFields.REMINDERS);
        model.addAttribute("delays", CallFields.DELAYS);
        model.addAttribute("own", fields.own(call.parameters()));
        model.addAttribute("steps", steps);
        model.addAttribute("choices", CallFields.CHOICES);
        model.addAttribute("paper", CallFields.PAPER);
        model.addAttribute("contact", CallFields.CONTACT);
        model.addAttribute("marking", CallFields.MARKING);
        model.addAttribute("quorum", CallFields.QUORUM);
        model.addAttribute("juries", names.juries(call));
        model.addAttribute("territories", names.territories());
        model.addAttribute("history", calls.history(call.code()));
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        Form.ready(model, fields.write(call.parameters()));
        return "desk/call";
    }
}
