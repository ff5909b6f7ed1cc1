package fr.ruche.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A real PostgreSQL from Maven Central, durable, its data in a folder of the project, unless a URL is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("ruche.database.embedded")
class EmbeddedDatabase {

    @Bean
    EmbeddedPostgresql embeddedPostgresql(@Value("${ruche.database.home:.ruche/postgresql}") Path home) {
        return EmbeddedPostgresql.start(new DataFolder(home));
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(EmbeddedPostgresql postgresql) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(postgresql.url());
        pool.setUsername(EmbeddedPostgresql.OWNER);
        pool.setPassword(postgresql.password());
        return pool;
    }
}
