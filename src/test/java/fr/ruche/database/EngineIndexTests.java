package fr.ruche.database;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine's own questions that its schema has no index for. */
@IntegrationTest
class EngineIndexTests {

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void theSubtasksOfATaskAreFoundWithoutReadingAllOpenTasks() {
        var plan = transactions.execute(transaction -> {
            sql.execute("set local enable_seqscan = off");
            sql.execute("set local plan_cache_mode = force_generic_plan");
            sql.execute("prepare subtasks(text) as select distinct * from act_ru_task where parent_task_id_ = $1");
            try {
                return sql.queryForList("explain execute subtasks('a')", String.class);
            } finally {
                sql.execute("deallocate subtasks");
            }
        });
        assertThat(String.join("\n", plan)).contains("ruche_idx_task_parent");
    }
}
