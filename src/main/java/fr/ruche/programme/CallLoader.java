package fr.ruche.programme;

import fr.ruche.common.ParisTime;
import fr.ruche.common.Sentences;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the shipped calls into the database at the first start; what is there already is left alone. */
@Component
class CallLoader implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(CallLoader.class);

    private final CallTables tables;
    private final TransactionTemplate transaction;
    private final Environment environment;
    private final Clock clock;

    CallLoader(CallTables tables, TransactionTemplate transaction, Environment environment, Clock clock) {
        this.tables = tables;
        this.transaction = transaction;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            try {
                load();
            } catch (IOException unreadable) {
                throw new IllegalStateException(
                        Sentences.of("callLoader.unreadable", unreadable.toString()), unreadable);
            }
        });
    }

    private void load() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*/*.call.yaml");
        var shipped = new ShippedCalls(List.of(files), ParisTime.dayOf(clock.instant()));
        shipped.load(demonstration()).forEach((code, parameters) -> {
            if (tables.version(code).isEmpty()) {
                tables.create(code, parameters, "ruche", Sentences.of("callLoader.reason"));
                LOG.info(Sentences.of("callLoader.loaded", code, parameters.title()));
            }
        });
    }

    private boolean demonstration() {
        return environment.getProperty(
                "ruche.demonstration.enabled", Boolean.class, !environment.containsProperty("spring.datasource.url"));
    }
}
