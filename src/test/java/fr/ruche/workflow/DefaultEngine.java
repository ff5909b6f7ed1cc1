package fr.ruche.workflow;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The engine as it is delivered, on the same PostgreSQL: what our hardening is compared with. */
final class DefaultEngine {

    static final String NAME = "delivered";

    private DefaultEngine() {}

    static ProcessEngine start(DataSource database) {
        return configuration(database, NAME).buildProcessEngine();
    }

    /** @param name of the engine and of its schema */
    static StandaloneProcessEngineConfiguration configuration(DataSource database, String name) {
        new JdbcTemplate(database).execute("create schema if not exists " + name);
        var engine = new StandaloneProcessEngineConfiguration();
        engine.setProcessEngineName(name);
        engine.setDataSource(inSchema(database, name));
        engine.setDatabaseSchema(name);
        engine.setDatabaseTablePrefix(name + ".");
        engine.setDatabaseSchemaUpdate("true");
        engine.setJobExecutorActivate(false);
        engine.setEnforceHistoryTimeToLive(false);
        engine.setMetricsEnabled(false);
        engine.setBeans(Map.of("secret", new Breach.Secret()));
        return engine;
    }

    private static DataSource inSchema(DataSource database, String schema) {
        var ours = (HikariDataSource) database;
        var pool = new HikariDataSource();
        pool.setJdbcUrl(ours.getJdbcUrl());
        pool.setUsername(ours.getUsername());
        pool.setPassword(ours.getPassword());
        pool.setSchema(schema);
        pool.setMaximumPoolSize(3);
        return pool;
    }
}
