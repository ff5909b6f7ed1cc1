package fr.ruche.workflow.web;

import fr.ruche.review.Limits;
import fr.ruche.workflow.Directory;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What stands before the engine's own servlets, behind the doors of {@code identity.web}. */
@Configuration(proxyBeanMethods = false)
class EngineFilters {

    private static final int BEHIND_THE_DOORS = 200;
    /** What a form adds around the files that it sends. */
    private static final int AROUND = 100_000;

    @Bean
    FilterRegistrationBean<Filter> scopedNonce() {
        return filter(
                (request, response, chain) -> chain.doFilter(new ScopedNonce((HttpServletRequest) request), response),
                Ordered.HIGHEST_PRECEDENCE,
                "/camunda/*");
    }

    @Bean
    FilterRegistrationBean<Filter> engineAuthentication(IdentityService identity, Directory directory) {
        return filter(new EngineAuthentication(identity, directory), BEHIND_THE_DOORS, "/engine-rest/*");
    }

    /** The engine reads a whole deployment into memory before the gate sees it. */
    @Bean
    FilterRegistrationBean<Filter> boundedDeployments(Limits limits) {
        return filter(
                new BoundedDeployment(limits.bundleBytes() + AROUND),
                BEHIND_THE_DOORS - 1,
                "/engine-rest/*",
                "/camunda/api/*");
    }

    /** Cockpit asks for lists without a bound, which the engine refuses. */
    @Bean
    FilterRegistrationBean<Filter> boundedQueries() {
        return filter(
                (request, response, chain) -> chain.doFilter(new BoundedQuery((HttpServletRequest) request), response),
                BEHIND_THE_DOORS + 2,
                "/camunda/api/engine/*");
    }

    @Bean
    FilterRegistrationBean<Filter> webappSignOn(Directory directory) {
        return filter(new WebappSignOn(directory), BEHIND_THE_DOORS + 1, "/camunda/app/*", "/camunda/api/*");
    }

    private static FilterRegistrationBean<Filter> filter(Filter filter, int order, String... addresses) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.addUrlPatterns(addresses);
        return registration;
    }
}
