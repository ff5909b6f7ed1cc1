package fr.ruche;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@IntegrationTest
class RucheTests {

    @Autowired
    DataSource database;

    @Test
    void theDatabaseKeepsWhatItCommits() {
        var sql = new JdbcTemplate(database);
        assertThat(sql.queryForObject("show fsync", String.class)).isEqualTo("on");
        assertThat(sql.queryForObject("show synchronous_commit", String.class)).isEqualTo("on");
    }
}
