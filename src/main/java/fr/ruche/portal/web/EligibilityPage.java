package fr.ruche.portal.web;

import fr.ruche.common.Rejected;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Faults;
import fr.ruche.page.Page;
import fr.ruche.page.Typed;
import fr.ruche.programme.Call;
import fr.ruche.programme.Calls;
import fr.ruche.programme.Eligibility;
import fr.ruche.programme.Scale;
import java.time.Clock;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Tester mon éligibilité »: the rules of the call, on what one already knows of a project. Nothing is kept. */
@Page
@RequestMapping("/appels/{code}/eligibilite")
class EligibilityPage {

    private final Calls calls;
    private final Eligibility eligibility;
    private final EligibilityQuestions questions;
    private final Clock clock;

    EligibilityPage(Calls calls, Eligibility eligibility, EligibilityQuestions questions, Clock clock) {
        this.calls = calls;
        this.eligibility = eligibility;
        this.questions = questions;
        this.clock = clock;
    }

    @GetMapping
    String ask(@PathVariable String code, Model model) {
        return show(judged(code), Typed.empty(), Faults.none(), "portal/eligibility", model);
    }

    @PostMapping
    String answer(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> values,
            @RequestHeader(name = "X-Fragment", required = false) boolean fragment,
            Model model) {
        var call = judged(code);
        var typed = Typed.of(values);
        var view = fragment ? "portal/eligibility :: result" : "portal/eligibility";
        if (fragment && !questions.answered(typed)) {
            return show(call, typed, Faults.none(), view, model);
        }
        try {
            var project = questions.read(typed);
            model.addAttribute(
                    "assessment",
                    eligibility.assess(code, call.version(), project).orElseThrow(() -> Eligibility.none(code)));
            model.addAttribute("juryUnknown", project.scale() != Scale.REGIONALE && project.epci() == null);
            return show(call, typed, Faults.none(), view, model);
        } catch (Rejected rejected) {
            return show(call, typed, new Faults(rejected.faults()), view, model);
        }
    }

    /** @throws fr.ruche.common.NotFound for a call without rules, which nobody can test */
    private Call judged(String code) {
        var call = calls.current(code);
        if (call.parameters().tables().eligibility() == null) {
            throw Eligibility.none(code);
        }
        return call;
    }

    private String show(Call call, Typed typed, Faults faults, String view, Model model) {
        questions.choices(call.parameters()).forEach(model::addAttribute);
        var line = CallLine.of(call, clock.instant());
        model.addAttribute("call", line);
        model.addAttribute("open", line.state() == CallState.OPEN);
        model.addAttribute("crumbs", List.of(new Crumb("/appels/" + call.code(), line.title())));
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("yesOrNo", Choice.yesOrNo());
        return view;
    }
}
