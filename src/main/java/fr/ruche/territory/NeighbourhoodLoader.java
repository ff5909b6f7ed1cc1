package fr.ruche.territory;

import fr.ruche.common.Sentences;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Gives the demonstration a few priority neighbourhoods: those that the documents name. */
@Component
class NeighbourhoodLoader {

    private static final Logger LOG = LoggerFactory.getLogger(NeighbourhoodLoader.class);

    private final NeighbourhoodImport neighbourhoods;
    private final NeighbourhoodTables tables;
    private final Environment environment;

    NeighbourhoodLoader(NeighbourhoodImport neighbourhoods, NeighbourhoodTables tables, Environment environment) {
        this.neighbourhoods = neighbourhoods;
        this.tables = tables;
        this.environment = environment;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void load() throws IOException {
        if (demonstration() && tables.isEmpty()) {
            var list = new ClassPathResource("reference/priority-neighbourhoods-demonstration.csv");
            var read = neighbourhoods.read(list.getContentAsString(StandardCharsets.UTF_8));
            LOG.info(Sentences.of("neighbourhoods.loaded", Integer.toString(read)));
        }
    }

    private boolean demonstration() {
        return environment.getProperty(
                "ruche.demonstration.enabled", Boolean.class, !environment.containsProperty("spring.datasource.url"));
    }
}
