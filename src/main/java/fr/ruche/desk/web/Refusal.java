package fr.ruche.desk.web;

import fr.ruche.common.Rejected;
import fr.ruche.page.Faults;
import fr.ruche.page.Typed;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;

/** Shows a refused form again, as it was typed, with what is wrong. */
final class Refusal {

    private Refusal() {}

    static void show(Rejected rejected, Typed typed, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("faults", new Faults(rejected.faults()));
        model.addAttribute("typed", typed);
    }

    /** For a form that is shown the first time. */
    static void none(Typed typed, Model model) {
        if (!model.containsAttribute("faults")) {
            model.addAttribute("faults", Faults.none());
        }
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", typed);
        }
    }
}
