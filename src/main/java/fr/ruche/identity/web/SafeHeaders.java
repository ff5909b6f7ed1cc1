package fr.ruche.identity.web;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What every answer tells a browser not to do. The engine's applications bring a policy of their own. */
final class SafeHeaders {

    private static final String PAGES =
            "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'self'; object-src 'none'";
    private static final String TRY_IT = PAGES + "; img-src 'self' data:; style-src 'self' 'unsafe-inline'";
    /** The mark of bpmn.io styles itself in its markup, and must be shown as it is; form-js drags an empty image. */
    private static final String DRAWING = PAGES + "; img-src 'self' data:; style-src-attr 'unsafe-hashes'"
            + " 'sha256-r3vOsuepBDg6tz/cOusiNJ9Y4Lp9hGQTT7pzDks1Xxc='"
            + " 'sha256-CA/eh4+2R0J7cEQ14gBMtx834RIOjzMUqCM+evtrkp4='"
            + " 'sha256-JpvvTIK7ulxf/3oA+AUuVbO9Labs8npGWGm9X9nGIWw='"
            + " 'sha256-9OIpRRx0bq4t4s2zyqbocMNwedniLDaxLB+FlLIjNgM='"
            + " 'sha256-GAdrtwahSjGXI0UQQnfyEVtPn+wfgQxvyrjyQuByfuU='"
            + " 'sha256-ZG9bHUWWXDZyu7zfItuLwGK+cah/hweM0RfXpZpxZVM='";

    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    private static final RequestMatcher TRY_IT_PAGE = Paths.any("/swagger-ui/**");
    private static final RequestMatcher DRAWING_PAGE = Paths.any("/bureau/atelier/*/fichiers/*");
    private static final RequestMatcher WEBAPPS = Paths.any("/camunda/**");
    /** They are large, named by version or revalidated: a browser may keep them if it asks before using them. */
    private static final RequestMatcher WEBAPP_FILES =
            Paths.any("/camunda/lib/**", "/camunda/app/*/{file:scripts|styles|assets|locales}/**");

    private SafeHeaders() {}

    static Customizer<HeadersConfigurer<HttpSecurity>> forPages() {
        return headers -> {
            common(headers);
            headers.addHeaderWriter(
                    policy(new NegatedRequestMatcher(or(or(TRY_IT_PAGE, DRAWING_PAGE), WEBAPPS)), PAGES));
            headers.addHeaderWriter(policy(DRAWING_PAGE, DRAWING));
            headers.addHeaderWriter(policy(TRY_IT_PAGE, TRY_IT));
            headers.cacheControl(cache -> cache.disable());
            headers.addHeaderWriter(when(new NegatedRequestMatcher(WEBAPP_FILES), new CacheControlHeadersWriter()));
            headers.addHeaderWriter(when(WEBAPP_FILES, new StaticHeadersWriter("Cache-Control", "no-cache")));
        };
    }

    static Customizer<HeadersConfigurer<HttpSecurity>> forData() {
        return headers -> {
            common(headers);
            headers.contentSecurityPolicy(policy -> policy.policyDirectives(DATA));
        };
    }

    private static void common(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(frame -> frame.deny())
                .httpStrictTransportSecurity(https -> https.includeSubDomains(false))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .addHeaderWriter(new StaticHeadersWriter(
                        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"));
    }

    private static HeaderWriter policy(RequestMatcher where, String policy) {
        return when(where, new StaticHeadersWriter("Content-Security-Policy", policy));
    }

    private static HeaderWriter when(RequestMatcher where, HeaderWriter writer) {
        return new DelegatingRequestMatcherHeaderWriter(where, writer);
    }

    private static RequestMatcher or(RequestMatcher one, RequestMatcher other) {
        return request -> one.matches(request) || other.matches(request);
    }
}
