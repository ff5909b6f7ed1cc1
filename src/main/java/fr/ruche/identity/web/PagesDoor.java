package fr.ruche.identity.web;

import fr.ruche.identity.SessionWatch;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Our pages and the engine's applications: sign-in on our page, one session. What is not named here does not exist. */
@Configuration(proxyBeanMethods = false)
class PagesDoor {

    private static final RequestMatcher PUBLIC = Paths.any(
            "/",
            "/appels/**",
            "/eligibilite/**",
            "/connexion/**",
            "/assets/**",
            "/erreur",
            "/error",
            "/aide/**",
            "/api",
            "/v3/api-docs/**",
            "/swagger-ui.html",
            "/swagger-ui/**",
            "/favicon.ico",
            "/robots.txt");
    private static final RequestMatcher HOLDERS = Paths.any("/porteur/**");
    private static final RequestMatcher STEWARDS = Paths.any("/bureau/gestion/**");
    private static final RequestMatcher MANAGERS = Paths.any("/bureau/pilotage/**");
    private static final RequestMatcher OFFICERS = Paths.any("/bureau/**", "/camunda/**");
    private static final RequestMatcher OUT = Paths.any("/deconnexion");

    /** Makes an administrator of whoever asks (CVE-2026-77226). */
    private static final RequestMatcher SETUP =
            Paths.any("/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**");

    private static final RequestMatcher DEPLOYMENT =
            Paths.any(HttpMethod.POST, "/camunda/api/engine/engine/*/deployment/**");
    /** A password is checked on our page and nowhere else. */
    private static final RequestMatcher OTHER_SIGN_IN =
            Paths.any("/camunda/api/admin/auth/user/*/login/**", "/camunda/api/engine/engine/*/identity/verify");

    private static final RequestMatcher ENGINE_DATA = Paths.any("/camunda/api/**");

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, SessionWatch watch, SignInAnswers answers) throws Exception {
        return http.csrf(csrf -> csrf.ignoringRequestMatchers(ENGINE_DATA)) // the applications have a token of theirs
                .formLogin(form -> form.loginPage("/connexion")
                        .successHandler(answers.welcome())
                        .failureHandler(answers.refusal()))
                .logout(out ->
                        out.logoutRequestMatcher(SignInAnswers.SIGN_OUT).logoutSuccessHandler(answers.farewell()))
                .addFilterBefore(new StaleSession(watch), AnonymousAuthenticationFilter.class)
                .exceptionHandling(PagesDoor::sayNo)
                .headers(SafeHeaders.forPages())
                .authorizeHttpRequests(PagesDoor::rules)
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry door) {
        door.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(SETUP, OTHER_SIGN_IN)
                .denyAll()
                .requestMatchers(DEPLOYMENT)
                .hasAnyRole("MODELLER", "ADMINISTRATOR") // and then the gate
                .requestMatchers(PUBLIC, OUT)
                .permitAll()
                .requestMatchers(HOLDERS)
                .hasRole("HOLDER")
                .requestMatchers(STEWARDS)
                .hasAnyRole("MANAGER", "ADMINISTRATOR")
                .requestMatchers(MANAGERS)
                .hasRole("MANAGER")
                .requestMatchers(OFFICERS)
                .hasRole("OFFICER")
                .anyRequest()
                .denyAll();
    }

    private static void sayNo(ExceptionHandlingConfigurer<HttpSecurity> no) {
        RequestMatcher unknown = new NegatedRequestMatcher(request -> PUBLIC.matches(request)
                || HOLDERS.matches(request)
                || OFFICERS.matches(request)
                || OUT.matches(request));
        no.defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), ENGINE_DATA)
                .defaultAuthenticationEntryPointFor((request, response, failure) -> response.sendError(404), unknown)
                .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/connexion"), request -> true)
                .defaultAccessDeniedHandlerFor((request, response, failure) -> response.sendError(404), unknown)
                .defaultAccessDeniedHandlerFor((request, response, failure) -> response.setStatus(403), ENGINE_DATA)
                .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), request -> true);
    }
}
