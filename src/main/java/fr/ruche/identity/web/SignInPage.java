package fr.ruche.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page on which everybody signs in. */
@Controller
class SignInPage {

    @GetMapping("/connexion")
    String signIn() {
        return "connexion";
    }

    /** Reached by a forward from a refused attempt; whoever comes by themselves finds the plain page. */
    @RequestMapping("/connexion/attente")
    String pause(
            @RequestAttribute(name = SignInAnswers.WAIT, required = false) @Nullable TooManyAttempts tooMany,
            Model model,
            HttpServletResponse response) {
        if (tooMany != null) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader("Retry-After", Long.toString(tooMany.pause().toSeconds()));
            model.addAttribute("tooMany", tooMany.french());
        }
        return "connexion";
    }
}
