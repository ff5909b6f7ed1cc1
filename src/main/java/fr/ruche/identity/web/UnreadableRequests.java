package fr.ruche.identity.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.http11.Http11InputBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatContextCustomizer;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tomcat refuses by itself, before any filter, an address with characters that no address has, in English. */
@Configuration(proxyBeanMethods = false)
class UnreadableRequests {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> inFrench(UnreadableAddress address) {
        return factory -> factory.addContextCustomizers((TomcatContextCustomizer)
                context -> context.getParent().getPipeline().addValve(new Told(address)));
    }

    /** Comes after the valve of Tomcat, so that it answers first. */
    private static final class Told extends ErrorReportValve {

        /** Of an HTTP request: the method, then the path as far as it is plain. */
        private static final Pattern BEGINNING = Pattern.compile("\\s*[A-Z]{1,20} (/[\\w./-]{0,200})");

        private final UnreadableAddress address;

        Told(UnreadableAddress address) {
            this.address = address;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() != 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                address.tell(path(request), response.getResponse());
                response.finishResponse();
            } catch (IOException gone) {
                container.getLogger().debug(gone);
            }
        }

        /** Tomcat keeps nothing of an address at which it stopped reading; what it was given is still there. */
        private static @Nullable String path(Request request) {
            var read = request.getRequestURI();
            if (read == null && request.getCoyoteRequest().getInputBuffer() instanceof Http11InputBuffer given) {
                var line = BEGINNING.matcher(StandardCharsets.ISO_8859_1.decode(
                        given.getByteBuffer().duplicate().rewind()));
                return line.lookingAt() ? line.group(1) : null;
            }
            return read;
        }
    }
}
