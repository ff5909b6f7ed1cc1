package fr.ruche.portal.web;

import fr.ruche.page.Page;
import fr.ruche.programme.Calls;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What Ruche is, and the calls of today. */
@Page
class HomePage {

    private final Calls calls;
    private final Clock clock;

    HomePage(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(Model model) {
        var now = clock.instant();
        var byState = calls.all().stream()
                .map(call -> CallLine.of(call, now))
                .collect(Collectors.partitioningBy(line -> line.state().current()));
        model.addAttribute("open", byState.get(true));
        model.addAttribute("closed", byState.get(false));
        return "portal/home";
    }
}
