package fr.ruche.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every table is accounted for: its rows are facts of the journal, or what is done to them is told elsewhere, or nobody
 * acts by them. Whoever adds a table says here which it is, and if it is the first adds it to {@code audited_fact} and
 * to what awaits its seal.
 */
@IntegrationTest
class CoverageTests {

    /** Read by the view {@code audited_fact}. */
    private static final List<String> FACTS = List.of(
            "dossier_event",
            "envelope_change",
            "call_version",
            "letter_template",
            "programme_letter",
            "account_change",
            "absence",
            "absence_step",
            "jury_seat",
            "dossier_recusal",
            "personal_interest",
            "dossier_export",
            "audit_fact",
            "epci_change",
            "jury_session",
            "jury_session_member",
            "jury_minutes",
            "jury_roll",
            "document",
            "document_content",
            "marking_phase",
            "marking_sheet",
            "marking_mark",
            "marking_deliberation",
            "marking_change",
            "deliberation_change",
            "deliberation_scenario",
            "commission_meeting",
            "commission_item",
            "commission_recusal",
            "dossier_deposit",
            "funding_decision",
            "payment",
            "grant_answer",
            "reserve_place",
            "contour_import",
            "batch",
            "batch_change");

    /** Whatever is done to them leaves a line in the timeline of the dossier, or a fact of the table named. */
    private static final Map<String, String> TOLD = new HashMap<>();

    static {
        for (var ofDossier : List.of(
                "dossier",
                "dossier_step",
                "conformity_opinion",
                "completeness_check",
                "instruction_opinion",
                "consultation",
                "jury_agenda_item",
                "envelope_commitment",
                "reserve_money",
                "batch_item",
                "rule_evaluation",
                "dossier_way",
                "dossier_progress")) {
            TOLD.put(ofDossier, "dossier_event");
        }
        TOLD.put("envelope", "envelope_change");
        TOLD.put("call", "call_version");
        TOLD.put("account", "account_change");
        TOLD.put("account_membership", "account_change");
        TOLD.put("epci", "epci_change");
        TOLD.put("epci_contour", "contour_import");
        TOLD.put("marking_score", "marking_phase");
        TOLD.put("priority_neighbourhood", "audit_fact");
        TOLD.put("notification", "audit_fact");
        TOLD.put("replay", "audit_fact");
        TOLD.put("replay_line", "audit_fact");
        TOLD.put("jury_sitting", "audit_fact");
        for (var ofWorkshop : List.of(
                "programme",
                "programme_version",
                "programme_file",
                "programme_change",
                "programme_comment",
                "programme_request")) {
            TOLD.put(ofWorkshop, "audit_fact");
        }
        TOLD.put("deliberation", "deliberation_change");
        TOLD.put("deliberation_choice", "deliberation_change");
        TOLD.put("deliberation_proposal", "deliberation_change");
    }

    /** What the program keeps for itself or for one account: nobody decides anything by them. */
    private static final List<String> NOBODY = List.of(
            "sector",
            "commune",
            "commune_term",
            "demonstration_part",
            "way",
            "letter_pdf",
            "saved_search",
            "list_columns",
            "programme_pen",
            "audit_seal",
            "audit_pending",
            "audit_told",
            "flyway_schema_history");

    @Autowired
    JdbcClient sql;

    @Test
    void everyTableIsAccountedFor() {
        var known = new ArrayList<>(FACTS);
        known.addAll(TOLD.keySet());
        known.addAll(NOBODY);

        var tables = sql.sql(
                        "select table_name from information_schema.tables where table_schema = 'public'"
                                + " and table_type = 'BASE TABLE' and table_name not like 'act\\_%' and table_name not like 'shedlock'")
                .query(String.class)
                .list();

        assertThat(tables).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void theViewReadsWhatItIsSaidToRead() {
        var read = sql.sql("select distinct table_name from information_schema.view_table_usage"
                        + " where view_name = 'audited_fact' and table_name not like 'act\\_%'")
                .query(String.class)
                .list();
        assertThat(read).containsAll(FACTS);
        assertThat(read).containsAll(TOLD.values());
    }
}
