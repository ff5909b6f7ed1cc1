package fr.ruche.identity.web;

import fr.ruche.identity.SessionWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** {@code /api/v1}: by HTTP Basic, or by the session of our pages, which is never begun here. */
@Configuration(proxyBeanMethods = false)
class ApiDoor {

    @Bean
    @Order(2)
    SecurityFilterChain apiAddresses(HttpSecurity http, SecurityProblems problems, SessionWatch watch)
            throws Exception {
        return http.securityMatcher(Paths.any("/api/v1/**", "/actuator/**"))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(new CrossSite()))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .addFilterBefore(new StaleSession(watch), AnonymousAuthenticationFilter.class)
                .exceptionHandling(no -> no.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(SafeHeaders.forData())
                .authorizeHttpRequests(door -> door.requestMatchers(Paths.any("/api/v1/programmes/*/parameters/**"))
                        .authenticated()
                        .requestMatchers(
                                Paths.any(HttpMethod.GET, "/api/v1/programmes/**", "/api/v1/communes/**"),
                                Paths.any(HttpMethod.POST, "/api/v1/programmes/*/eligibility"),
                                Paths.any("/actuator/health/**"))
                        .permitAll()
                        .requestMatchers(Paths.any("/actuator/**"))
                        .hasRole("ADMINISTRATOR")
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
