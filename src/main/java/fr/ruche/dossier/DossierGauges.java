package fr.ruche.dossier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** For operators: how many dossiers wait at each step, and how many of them are late. */
@Component
class DossierGauges {

    private final MultiGauge waiting;
    private final MultiGauge late;
    private final JdbcTemplate sql;

    DossierGauges(MeterRegistry meters, JdbcTemplate sql) {
        this.waiting = MultiGauge.builder("ruche.dossiers.waiting")
                .description("Dossiers that wait at a step")
                .register(meters);
        this.late = MultiGauge.builder("ruche.dossiers.late")
                .description("Dossiers whose step was due before now")
                .register(meters);
        this.sql = sql;
    }

    @Scheduled(fixedDelayString = "${ruche.metrics.every:PT30S}")
    void count() {
        var waits = new ArrayList<Row<?>>();
        var lates = new ArrayList<Row<?>>();
        sql.query(
                "select step, clock, count(*) as waiting, count(*) filter (where due_order < now()) as late"
                        + " from dossier where status <> 'BROUILLON' and step is not null group by step, clock",
                row -> {
                    var tags = Tags.of("step", row.getString("step"), "clock", row.getString("clock"));
                    waits.add(Row.of(tags, row.getInt("waiting")));
                    lates.add(Row.of(tags, row.getInt("late")));
                });
        waiting.register(waits, true);
        late.register(lates, true);
    }
}
