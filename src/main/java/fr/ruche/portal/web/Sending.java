package fr.ruche.portal.web;

import fr.ruche.common.Conflict;
import fr.ruche.common.Rejected;
import fr.ruche.dossier.DossierNumber;
import fr.ruche.page.Faults;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What follows when a porteur sends a form of a dossier: refused, it is shown again as typed; done, the next page says
 * so once; sent twice, the second click leads where the first one led.
 *
 * @param form where the form is, below the address of the dossier
 */
record Sending(DossierNumber number, String form, RedirectAttributes after) {

    /**
     * Keeps what was typed, then goes on.
     *
     * @param known whether a conflict comes from sending the same thing twice
     * @param again shows the form with what was typed
     */
    String keep(
            Runnable keep,
            Supplier<String> next,
            BooleanSupplier known,
            Supplier<String> again,
            Model model,
            HttpServletResponse response) {
        try {
            keep.run();
        } catch (Rejected rejected) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("faults", new Faults(rejected.faults()));
            return again.get();
        } catch (Conflict stale) {
            if (known.getAsBoolean()) {
                return follow("already");
            }
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("stale", stale.getMessage());
            return again.get();
        }
        return next.get();
    }

    /** @param what begins the keys of what is said: {@code fiche}, {@code full}, {@code papers} */
    String deposit(String what, Runnable deposit) {
        try {
            deposit.run();
        } catch (Rejected rejected) {
            after.addFlashAttribute("faults", new Faults(rejected.faults()));
            return again(what + ".kept");
        } catch (Conflict already) {
            return follow("already");
        }
        return follow(what + ".deposited");
    }

    /** Back to the form, which says what was done. */
    String again(String done) {
        after.addFlashAttribute("done", done);
        return home() + form;
    }

    private String follow(String done) {
        after.addFlashAttribute("done", done);
        return home();
    }

    private String home() {
        return "redirect:/porteur/dossiers/" + number;
    }
}
