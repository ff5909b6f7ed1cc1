package fr.ruche.territory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.ruche.common.Sentences;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the communes, the intercommunalities and their settings into the database at the first start; what is there
 * already is left alone. Each table is one statement that unfolds a JSON text.
 */
@Component
class TerritoryLoader implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(TerritoryLoader.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    TerritoryLoader(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (sql.sql("select exists (select 1 from commune)")
                .query(Boolean.class)
                .single()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            try {
                load();
            } catch (IOException unreadable) {
                throw new IllegalStateException(Sentences.of("territories.missing", unreadable.toString()), unreadable);
            }
        });
    }

    private void load() throws IOException {
        LOG.info(Sentences.of("territories.loading"));
        var territories = JSON.readTree(new ClassPathResource("reference/territories.json").getInputStream());
        var settings =
                new YAMLMapper().readTree(new ClassPathResource("reference/epci-settings.yaml").getInputStream());
        unfold(
                "insert into sector (code, name) select code, name from %s",
                "code text, name text", settings.path("sectors"));
        epci(territories, settings);
        communes(territories);
        LOG.info(Sentences.of(
                "territories.loaded",
                Integer.toString(territories.path("communes").size()),
                Integer.toString(territories.path("epci").size())));
    }

    private void epci(JsonNode territories, JsonNode settings) {
        sql.sql("""
                        insert into epci (siren, name, kind, population, sector, territorial_jury, difficulty, valid_from)
                        select t.siren, t.name, t.kind, t.population, s.sector, s."territorialJury", s.difficulty,
                               cast(? as date)
                        from jsonb_to_recordset(cast(? as jsonb))
                               as t (siren text, name text, kind text, population int)
                        left join jsonb_to_recordset(cast(? as jsonb))
                               as s (siren text, sector text, "territorialJury" boolean, difficulty int) on s.siren = t.siren""")
                .params(
                        territories.path("validFrom").asText(),
                        territories.path("epci").toString(),
                        settings.path("epci").toString())
                .update();
        unfold("""
                insert into epci (siren, name, sector, territorial_jury, successor)
                select f.siren, f.name, e.sector, f."territorialJury", f.successor
                from %s join epci e on e.siren = f.successor""", "siren text, name text, \"territorialJury\" boolean, successor text", settings.path("former"));
    }

    private void communes(JsonNode territories) {
        unfold(
                """
                insert into commune (code, name, siren, epci, departement, postal_codes, population, valid_from)
                select code, name, siren, epci, departement, postal_codes, population, date '%s' from %%s""".formatted(territories.path("validFrom").asText()),
                "code text, name text, siren text, epci text, departement text, postal_codes text[], population int",
                territories.path("communes"));
        unfold(
                "insert into commune_term (term, commune, kind) select term, commune, kind from %s",
                "term text, commune text, kind text", terms(territories.path("communes")));
        sql.sql("analyze commune, commune_term").update();
    }

    private void unfold(String insert, String columns, JsonNode rows) {
        sql.sql(insert.formatted("jsonb_to_recordset(cast(? as jsonb)) as f (" + columns + ")"))
                .param(rows.toString())
                .update();
    }

    private static ArrayNode terms(JsonNode communes) {
        var rows = JSON.createArrayNode();
        communes.forEach(commune -> termsOf(commune)
                .forEach((term, kind) -> rows.addObject()
                        .put("term", term)
                        .put("commune", commune.path("code").asText())
                        .put("kind", kind)));
        return rows;
    }

    static Map<String, String> termsOf(JsonNode commune) {
        var name = commune.path("name").asText();
        var terms = new LinkedHashMap<String, String>();
        terms.put(SearchText.of(name), "NAME");
        SearchText.beginnings(name).forEach(beginning -> terms.putIfAbsent(beginning, "WORD"));
        commune.path("postal_codes").forEach(code -> terms.putIfAbsent(code.asText(), "POSTAL_CODE"));
        commune.path("former_codes").forEach(code -> terms.put(lower(code), "FORMER_CODE"));
        terms.put(lower(commune.path("code")), "CODE");
        return terms;
    }

    private static String lower(JsonNode code) {
        return code.asText().toLowerCase(Locale.ROOT);
    }
}
