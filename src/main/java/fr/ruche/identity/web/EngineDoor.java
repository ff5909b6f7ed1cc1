package fr.ruche.identity.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** {@code /engine-rest}: officers' programs, by HTTP Basic, without a session. What each may see is the engine's. */
@Configuration(proxyBeanMethods = false)
class EngineDoor {

    @Bean
    @Order(1)
    SecurityFilterChain engineAddresses(HttpSecurity http, SecurityProblems problems) throws Exception {
        return http.securityMatcher(Paths.any("/engine-rest/**"))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(new CrossSite()))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(no -> no.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(SafeHeaders.forData())
                .authorizeHttpRequests(door -> door.requestMatchers(Paths.any(
                                HttpMethod.POST, "/engine-rest/deployment/**", "/engine-rest/engine/*/deployment/**"))
                        .hasAnyRole("MODELLER", "ADMINISTRATOR") // and then the gate
                        .requestMatchers(
                                Paths.any("/engine-rest/identity/verify", "/engine-rest/engine/*/identity/verify"))
                        .denyAll()
                        .anyRequest()
                        .hasRole("OFFICER"))
                .build();
    }
}
