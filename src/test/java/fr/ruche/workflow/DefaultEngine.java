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
        new JdbcTemplate(database).execute("create schema if not exists delivered");
        var engine = new StandaloneProcessEngineConfiguration();
        engine.setProcessEngineName(NAME);
        engine.setDataSource(inSchema(database));
        engine.setDatabaseSchema("delivered");
        engine.setDatabaseTablePrefix("delivered.");
        engine.setDatabaseSchemaUpdate("true");
        engine.setJobExecutorActivate(false);
        engine.setEnforceHistoryTimeToLive(false);
        engine.setMetricsEnabled(false);
        engine.setBeans(Map.of("secret", new Breach.Secret()));
        return engine.buildProcessEngine();
    }

    private static DataSource inSchema(DataSource database) {
        var ours = (HikariDataSource) database;
        var pool = new HikariDataSource();
        pool.setJdbcUrl(ours.getJdbcUrl());
        pool.setUsername(ours.getUsername());
        pool.setPassword(ours.getPassword());
        pool.setSchema("delivered");
        pool.setMaximumPoolSize(3);
        return pool;
    }
}
