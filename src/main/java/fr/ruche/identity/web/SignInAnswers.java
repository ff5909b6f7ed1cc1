package fr.ruche.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** Where somebody comes after signing in and out, or failing to. */
@Component
class SignInAnswers {

    static final String WAIT = "fr.ruche.signIn.wait";

    private static final RequestMatcher OUT_OF_WEBAPPS =
            Paths.any(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout");
    /** Our own button, and that of the engine's applications. */
    static final RequestMatcher SIGN_OUT =
            new OrRequestMatcher(Paths.any(HttpMethod.POST, "/deconnexion"), OUT_OF_WEBAPPS);

    /** To the page that was asked for, else the porteur to their dossiers and the officer to their desk. */
    AuthenticationSuccessHandler welcome() {
        return new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            protected String determineTargetUrl(
                    HttpServletRequest request, HttpServletResponse response, Authentication who) {
                var officer = who.getAuthorities().stream().anyMatch(a -> "ROLE_OFFICER".equals(a.getAuthority()));
                return officer ? "/bureau" : "/porteur";
            }
        };
    }

    /** The same answer whatever was wrong. */
    AuthenticationFailureHandler refusal() {
        return (request, response, failure) -> {
            if (failure instanceof TooManyAttempts tooMany) {
                request.setAttribute(WAIT, tooMany);
                request.getRequestDispatcher("/connexion/attente").forward(request, response);
            } else {
                response.sendRedirect(request.getContextPath() + "/connexion?error");
            }
        };
    }

    LogoutSuccessHandler farewell() {
        return (request, response, who) -> {
            if (OUT_OF_WEBAPPS.matches(request)) {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            } else {
                response.sendRedirect(request.getContextPath() + "/connexion?logout");
            }
        };
    }
}
