package fr.ruche.identity.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Refuses an address that two readers could read in two ways ({@code //}, {@code ..}, {@code ;}, an encoded slash),
 * before anybody reads it: the engine's servlets strip a part of the path, and would end in an error.
 */
@Configuration(proxyBeanMethods = false)
class TwistedPaths {

    @Bean
    FilterRegistrationBean<Filter> plainAddresses(UnreadableAddress address) {
        var strict = new StrictHttpFirewall();
        var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            try {
                strict.getFirewalledRequest((HttpServletRequest) request);
            } catch (RequestRejectedException twisted) {
                address.tell(((HttpServletRequest) request).getRequestURI(), (HttpServletResponse) response);
                return;
            }
            chain.doFilter(request, response);
        });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
