package fr.ruche.desk.web;

import fr.ruche.common.Rejected;
import fr.ruche.identity.Actors;
import fr.ruche.page.Crumb;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.programme.Call;
import fr.ruche.programme.Calls;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The days and delays of a call; a change is a new version, and the running dossiers move with it. */
@Page
@RequestMapping("/bureau/gestion/appels/{code}")
class CallSettingsPage {

    private final Calls calls;
    private final Actors actors;
    private final CallFields fields;
    private final Texts texts;

    CallSettingsPage(Calls calls, Actors actors, CallFields fields, Texts texts) {
        this.calls = calls;
        this.actors = actors;
        this.fields = fields;
        this.texts = texts;
    }

    @GetMapping
    String show(@PathVariable String code, Model model) {
        return show(calls.current(code), model);
    }

    @PostMapping
    String change(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var typed = Typed.of(values);
        var call = calls.current(code);
        try {
            var reason = typed.text("reason");
            if (reason == null) {
                typed.wrong("reason", "REQUIRED", "Donnez la raison du changement : elle est gardée avec la version.");
            }
            if (!Integer.toString(call.version()).equals(typed.value("version"))) {
                typed.wrong(
                        "", "STALE", "L’appel a changé entre-temps : vérifiez vos dates et enregistrez de nouveau.");
            }
            var parameters = fields.read(call.parameters(), typed);
            typed.ifWrong();
            calls.change(code, parameters, actors.required().username(), reason == null ? "" : reason);
        } catch (Rejected rejected) {
            Refusal.show(rejected, typed, model, response);
            return show(call, model);
        }
        after.addFlashAttribute("done", "call.changed");
        return "redirect:/bureau/gestion/appels/" + code;
    }

    private String show(Call call, Model model) {
        model.addAttribute("call", call);
        model.addAttribute("delays", CallFields.DELAYS);
        model.addAttribute("crumbs", List.of(new Crumb("/bureau/gestion", texts.of("menu.settings"))));
        Refusal.none(fields.write(call.parameters()), model);
        return "desk/call";
    }
}
