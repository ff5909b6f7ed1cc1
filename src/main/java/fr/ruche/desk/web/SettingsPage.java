package fr.ruche.desk.web;

import fr.ruche.identity.Actors;
import fr.ruche.jury.JurySessions;
import fr.ruche.page.Page;
import fr.ruche.programme.Calls;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a manager finds everything that he sets. */
@Page
class SettingsPage {

    private final Calls calls;
    private final JurySessions sessions;
    private final Actors actors;
    private final Names names;

    SettingsPage(Calls calls, JurySessions sessions, Actors actors, Names names) {
        this.calls = calls;
        this.sessions = sessions;
        this.actors = actors;
        this.names = names;
    }

    @GetMapping("/bureau/gestion")
    String overview(Model model) {
        model.addAttribute("calls", calls.all());
        model.addAttribute(
                "sessions",
                sessions.visibleTo(actors.required()).stream()
                        .filter(s -> s.status().open())
                        .toList());
        model.addAttribute("names", names);
        return "desk/settings";
    }
}
