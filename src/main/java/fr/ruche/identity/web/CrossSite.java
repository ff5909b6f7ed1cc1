package fr.ruche.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Whether a changing request needs the token that only our pages know. A program that signs each request by itself does
 * not; a session does, and so does whatever a browser says it sends for another site, because browsers also remember
 * HTTP Basic.
 */
final class CrossSite implements RequestMatcher {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Override
    public boolean matches(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) && (bySession(request) || forAnotherSite(request));
    }

    private static boolean bySession(HttpServletRequest request) {
        return request.getHeader("Authorization") == null && request.getSession(false) != null;
    }

    private static boolean forAnotherSite(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site != null && !OURS.contains(site);
    }
}
