package fr.ruche.desk.web;

import fr.ruche.identity.Actors;
import fr.ruche.notification.Notifications;
import fr.ruche.page.Page;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The e-mails that did not reach their porteur: why, and once more. */
@Page
@RequestMapping("/bureau/gestion/courriels")
class MailsPage {

    private final Notifications notifications;
    private final Actors actors;

    MailsPage(Notifications notifications, Actors actors) {
        this.notifications = notifications;
        this.actors = actors;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("mailed", notifications.mailed());
        model.addAttribute("mails", notifications.undelivered(actors.required()));
        return "desk/mails";
    }

    @PostMapping("/{id}")
    String again(@PathVariable UUID id, RedirectAttributes after) {
        notifications.sendAgain(id, actors.required());
        after.addFlashAttribute("done", "mails.again");
        return "redirect:/bureau/gestion/courriels";
    }
}
