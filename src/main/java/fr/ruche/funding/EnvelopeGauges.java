package fr.ruche.funding;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** For operators: what the envelopes of each call hold and what is committed of it, in euros. */
@Component
class EnvelopeGauges {

    private final MultiGauge euros;
    private final JdbcTemplate sql;

    EnvelopeGauges(MeterRegistry meters, JdbcTemplate sql) {
        this.euros = MultiGauge.builder("ruche.envelopes.euros")
                .description("Money of the envelopes of a call")
                .register(meters);
        this.sql = sql;
    }

    @Scheduled(fixedDelayString = "${ruche.metrics.every:PT30S}")
    void count() {
        var rows = new ArrayList<Row<?>>();
        sql.query(
                "select call, credit, sum(amount) as amount, sum(committed) as committed from envelope"
                        + " group by call, credit",
                row -> {
                    var tags = Tags.of("call", row.getString("call"), "credit", row.getString("credit"));
                    rows.add(Row.of(tags.and("state", "voted"), row.getBigDecimal("amount")));
                    rows.add(Row.of(tags.and("state", "committed"), row.getBigDecimal("committed")));
                });
        euros.register(rows, true);
    }
}
