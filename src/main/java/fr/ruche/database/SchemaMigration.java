package fr.ruche.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SchemaMigration {

    private static final Logger log = LoggerFactory.getLogger(SchemaMigration.class);

    @Bean
    FlywayMigrationStrategy migrateAloud() {
        return flyway -> {
            var pending = flyway.info().pending().length;
            if (pending > 0) {
                log.info("Mise à jour des tables : {} étapes…", pending);
            }
            flyway.migrate();
        };
    }
}
