package fr.ruche.desk.web;

import fr.ruche.identity.Actors;
import fr.ruche.identity.Role;
import fr.ruche.jury.JurySessions;
import fr.ruche.notification.Notices;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.programme.Calls;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a manager finds everything that he sets. */
@Page
class SettingsPage {

    private final Calls calls;
    private final JurySessions sessions;
    private final Actors actors;
    private final Names names;
    private final Notices notices;
    private final Texts texts;

    SettingsPage(Calls calls, JurySessions sessions, Actors actors, Names names, Notices notices, Texts texts) {
        this.calls = calls;
        this.sessions = sessions;
        this.actors = actors;
        this.names = names;
        this.notices = notices;
        this.texts = texts;
    }

    @GetMapping("/bureau/gestion")
    String overview(Model model) {
        model.addAttribute("calls", calls.all());
        model.addAttribute("unsigned", unsigned());
        var me = actors.required();
        model.addAttribute("late", me.is(Role.MANAGER) ? notices.late(me) : 0L);
        model.addAttribute("sessions", sessions.open(me));
        model.addAttribute("names", names);
        return "desk/settings";
    }

    /** Calls whose letters of decision cannot leave, and what they lack. */
    private Map<String, String> unsigned() {
        var unsigned = new LinkedHashMap<String, String>();
        for (var call : calls.all()) {
            var lacking = call.parameters().contact().lackingForDecisions();
            if (!lacking.isEmpty()) {
                unsigned.put(
                        call.code(),
                        lacking.stream()
                                .map(field -> texts.of("callSettings." + field))
                                .collect(Collectors.joining(", ")));
            }
        }
        return unsigned;
    }
}
