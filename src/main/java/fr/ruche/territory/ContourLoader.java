package fr.ruche.territory;

import fr.ruche.common.Sentences;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Gives maps the contours that Ruche ships, as long as nobody has imported any. */
@Component
class ContourLoader {

    private static final Logger LOG = LoggerFactory.getLogger(ContourLoader.class);

    private final Contours contours;

    ContourLoader(Contours contours) {
        this.contours = contours;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void load() throws IOException {
        if (contours.origin().isEmpty()) {
            var file = new ClassPathResource("reference/epci-contours.geojson").getContentAsByteArray();
            var report = contours.replace(file, "epci", Sentences.of("contours.shipped"), true, "Ruche");
            LOG.info(Sentences.of("contours.loaded", report.contours()));
        }
    }
}
