package fr.ruche.review;

import static fr.ruche.TestDiagram.timer;

import fr.ruche.TestDiagram;
import fr.ruche.TestModels;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Models with one mistake such as a modeller makes, and exactly what the gate says of each: {@code file#element CODE}.
 */
public record ChangedModels(String name, TestModels models, Set<String> expected) {

    private static final String DOSSIER = "dsdt-dossier.bpmn";
    private static final String ROUTING = "juryRouting.dmn";
    private static final String RULES = "eligibility.dmn";
    private static final String COMPLETENESS = "checkCompleteness.form";

    /** What the review said, in the same writing. */
    public static Set<String> told(Review review) {
        return review.findings().stream()
                .map(finding -> finding.file() + "#" + finding.element() + " " + finding.code())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
        return name;
    }

    public static Stream<ChangedModels> all() {
        return Stream.of(words(), conditions(), tables(), forms(), structures(), events(), ruleTasks())
                .flatMap(List::stream);
    }

    private static ChangedModels of(String name, TestModels models, String... expected) {
        return new ChangedModels(name, models, new TreeSet<>(List.of(expected)));
    }

    /** A change of the shipped diagram of a dossier. */
    private static ChangedModels dossier(String name, String piece, String by, String... expected) {
        return of(
                name,
                TestModels.shipped().replace(DOSSIER, piece, by),
                Stream.of(expected).map(one -> DOSSIER + "#" + one).toArray(String[]::new));
    }

    private static ChangedModels form(String name, String piece, String by, String... expected) {
        return of(
                name,
                TestModels.shipped().replace(COMPLETENESS, piece, by),
                Stream.of(expected).map(one -> COMPLETENESS + "#" + one).toArray(String[]::new));
    }

    private static ChangedModels routing(String name, String piece, String by, String... expected) {
        return of(
                name,
                TestModels.shipped().replace(ROUTING, piece, by),
                Stream.of(expected).map(one -> ROUTING + "#" + one).toArray(String[]::new));
    }

    private static ChangedModels small(String name, TestDiagram diagram, String... expected) {
        return of(
                name,
                TestModels.none().with("essai.bpmn", diagram.xml()),
                Stream.of(expected).map(one -> "essai.bpmn#" + one).toArray(String[]::new));
    }

    private static TestDiagram diagram() {
        return new TestDiagram("essai");
    }

    private static List<ChangedModels> words() {
        return List.of(
                of(
                        "a task without its form",
                        TestModels.shipped()
                                .replace(
                                        DOSSIER,
                                        "camunda:formRef=\"instruct\" camunda:formRefBinding=\"deployment\" ",
                                        ""),
                        DOSSIER + "#userTask_instruct FORM_MISSING",
                        "instruct.form# FORM_UNUSED"),
                dossier(
                        "a form of another version",
                        "camunda:formRef=\"instruct\" camunda:formRefBinding=\"deployment\"",
                        "camunda:formRef=\"instruct\" camunda:formRefBinding=\"latest\"",
                        "userTask_instruct FORM_BINDING"),
                of(
                        "a form that is not there",
                        TestModels.shipped().without("instruct.form"),
                        DOSSIER + "#userTask_instruct FORM_ABSENT"),
                dossier(
                        "a task for nobody",
                        "camunda:formRef=\"instruct\" camunda:formRefBinding=\"deployment\""
                                + " camunda:candidateGroups=\"instruction-${sector}\"",
                        "camunda:formRef=\"instruct\" camunda:formRefBinding=\"deployment\"",
                        "userTask_instruct GROUP_MISSING"),
                dossier(
                        "a group that nobody is in",
                        "camunda:candidateGroups=\"managers\"",
                        "camunda:candidateGroups=\"manager\"",
                        "userTask_recordDecision GROUP_UNKNOWN"),
                dossier(
                        "a task that is never due",
                        " camunda:dueDate=\"${deadlines.decision(execution.processBusinessKey)}\"",
                        "",
                        "userTask_recordDecision DUE_MISSING"),
                dossier(
                        "a date instead of a deadline",
                        "${deadlines.decision(execution.processBusinessKey)}",
                        "2027-01-31T00:00:00",
                        "userTask_recordDecision DEADLINE_UNKNOWN"),
                dossier(
                        "a deadline that nobody knows",
                        "deadlines.decision(",
                        "deadlines.decisions(",
                        "userTask_recordDecision DEADLINE_UNKNOWN"),
                dossier(
                        "a repetition as a due date",
                        "deadlines.decision(",
                        "deadlines.dossierReminder(",
                        "userTask_recordDecision DEADLINE_KIND"),
                dossier(
                        "a deadline of all that names an element",
                        "${deadlines.decision(execution.processBusinessKey)}",
                        "${deadlines.decision(execution.processBusinessKey, 'userTask_recordDecision')}",
                        "userTask_recordDecision DEADLINE_ELEMENT"),
                dossier(
                        "an own deadline of another element",
                        "${deadlines.decision(execution.processBusinessKey)}",
                        "${deadlines.step(execution.processBusinessKey, 'userTask_instruct')}",
                        "userTask_recordDecision DEADLINE_ELEMENT"),
                dossier(
                        "an own deadline",
                        "${deadlines.decision(execution.processBusinessKey)}",
                        "${deadlines.step(execution.processBusinessKey, 'userTask_recordDecision')}"),
                dossier(
                        "a word of another subject",
                        "deadlines.decision(",
                        "sessionDeadlines.session(",
                        "userTask_recordDecision SUBJECT_MIXED"),
                dossier(
                        "an action that nobody knows",
                        "${replayRules}",
                        "${replayRule}",
                        "serviceTask_replayRules ACTION_UNKNOWN"),
                dossier(
                        "a task that does nothing",
                        " camunda:delegateExpression=\"${replayRules}\"",
                        "",
                        "serviceTask_replayRules ACTION_MISSING"),
                dossier(
                        "another action than the name of its box",
                        "camunda:delegateExpression=\"${notifyReserve}\"",
                        "camunda:delegateExpression=\"${remindHolder}\"",
                        "serviceTask_notifyReserve ACTION_ID"),
                dossier(
                        "a deadline as an action",
                        "${replayRules}",
                        "${deadlines}",
                        "serviceTask_replayRules ACTION_UNKNOWN"),
                dossier(
                        "a message that nobody sends",
                        "name=\"placeFreed\"",
                        "name=\"placeFree\"",
                        "receiveTask_awaitPlace MESSAGE_UNKNOWN"),
                dossier(
                        "an unknown holder",
                        "<camunda:property name=\"clock\" value=\"INTERCOMMUNALITE\" />",
                        "<camunda:property name=\"clock\" value=\"COMMUNE\" />",
                        "userTask_checkConformity CLOCK"),
                dossier(
                        "a property that nobody reads",
                        "<camunda:property name=\"clock\" value=\"INTERCOMMUNALITE\" />",
                        "<camunda:property name=\"clock\" value=\"INTERCOMMUNALITE\" />"
                                + "<camunda:property name=\"color\" value=\"red\" />",
                        "userTask_checkConformity PROPERTY"),
                dossier(
                        "a place to come back to that is not there",
                        "<camunda:property name=\"byHand\" value=\"serviceTask_joinSession\" />",
                        "<camunda:property name=\"byHand\" value=\"serviceTask_joinSesion\" />",
                        "event_putOnAgenda BY_HAND",
                        "userTask_recordJuryOutcome BY_HAND"),
                dossier(
                        "a porteur's step offered to officers",
                        "<bpmn:userTask id=\"userTask_completeDossier\"",
                        "<bpmn:userTask id=\"userTask_completeDossier\" camunda:candidateGroups=\"managers\"",
                        "userTask_completeDossier PAGE_STEP"),
                dossier(
                        "no time to keep the history",
                        " camunda:historyTimeToLive=\"P3650D\"",
                        "",
                        "dsdt-dossier HISTORY"),
                dossier(
                        "not executable",
                        "isExecutable=\"true\"",
                        "isExecutable=\"false\"",
                        "dsdt-dossier PROCESS_EXECUTABLE"),
                dossier(
                        "a job of its own for an action",
                        "${replayRules}\"",
                        "${replayRules}\" camunda:asyncBefore=\"true\""),
                of(
                        "a file with another name",
                        TestModels.shipped()
                                .with("dossier.bpmn", TestModels.shipped().text(DOSSIER))
                                .without(DOSSIER),
                        "dossier.bpmn#dsdt-dossier PROCESS_NAME"));
    }

    private static List<ChangedModels> conditions() {
        return List.of(
                dossier(
                        "a slip in a verdict",
                        "${conformityVerdict == 'TO_CORRECT'}",
                        "${conformityVerdict == 'TO_CORECT'}",
                        "flow_conformity_correctFiche FACT_VALUE"),
                dossier(
                        "a slip in a fact",
                        "${conformityVerdict == 'TO_CORRECT'}",
                        "${conformityVerdit == 'TO_CORRECT'}",
                        "flow_conformity_correctFiche FACT_UNKNOWN"),
                dossier(
                        "a flag compared with a code",
                        "${admissible}",
                        "${admissible == 'OUI'}",
                        "flow_admissible_routeToJury FACT_TYPE"),
                dossier(
                        "a code taken for a flag",
                        "${conformityVerdict == 'TO_CORRECT'}",
                        "${conformityVerdict}",
                        "flow_conformity_correctFiche FACT_TYPE"),
                dossier(
                        "a case without a way on",
                        " || conformityVerdict == 'CONFORM_WITH_RESERVES'",
                        "",
                        "gateway_conformity GATEWAY_UNCOVERED"),
                dossier(
                        "two ways at once",
                        "${conformityVerdict == 'NOT_CONFORM'}",
                        "${conformityVerdict == 'NOT_CONFORM' || conformityVerdict == 'TO_CORRECT'}",
                        "gateway_conformity GATEWAY_AMBIGUOUS"),
                dossier(
                        "a condition that is never true",
                        "${juryOutcome == 'REORIENTE'}",
                        "${juryOutcome == 'REORIENTE' &amp;&amp; juryOutcome == 'AJOURNE'}",
                        "flow_juryOutcome_redirectDossier CONDITION_NEVER"),
                dossier(
                        "no default any more",
                        " default=\"flow_juryOutcome_joinDecision\"",
                        "",
                        "flow_juryOutcome_joinDecision CONDITIONAL_FLOWS"),
                small(
                        "no condition at all",
                        diagram()
                                .start()
                                .deposit()
                                .gateway("choice", "Alors ?", "")
                                .end()
                                .box("endEvent", "other", "Autre fin", "", "")
                                .way("start", "userTask_depositFiche", "choice", "end")
                                .way("choice", "other"),
                        "choice GATEWAY_CONDITIONS"),
                small(
                        "a condition on the way out of a task",
                        diagram()
                                .start()
                                .deposit()
                                .end()
                                .way("start", "userTask_depositFiche")
                                .arrow("userTask_depositFiche", "end", "Région", "${conformityByRegion}"),
                        "flow_userTask_depositFiche__end CONDITION_PLACE"),
                small(
                        "a fact before it is known",
                        split("${admissible}", "${!admissible}"),
                        "flow_choice__end FACT_UNSET",
                        "flow_choice__other FACT_UNSET"),
                small("a fact once it is known", split("${conformityByRegion}", "${!conformityByRegion}")),
                small(
                        "all that the language of conditions has",
                        split(
                                "${conformityByRegion && (measure == '1' || measure != \"2\")}",
                                "${!(conformityByRegion && (measure == '1' || measure != \"2\"))}")),
                small(
                        "a fact that is known on one of two ways only",
                        diagram()
                                .start()
                                .deposit()
                                .gateway("first", "Région ?", "default=\"flow_first__join\"")
                                .action("replayRules")
                                .gateway("join", "", "")
                                .gateway("choice", "Éligible ?", "default=\"flow_choice__other\"")
                                .end()
                                .box("endEvent", "other", "Autre fin", "", "")
                                .way("start", "userTask_depositFiche", "first", "join", "choice", "other")
                                .arrow("first", "serviceTask_replayRules", "Oui", "${conformityByRegion}")
                                .way("serviceTask_replayRules", "join")
                                .arrow("choice", "end", "Oui", "${admissible}"),
                        "flow_choice__end FACT_UNSET"));
    }

    private static TestDiagram split(String one, String other) {
        return diagram()
                .start()
                .deposit()
                .gateway("choice", "Alors ?", "")
                .end()
                .box("endEvent", "other", "Autre fin", "", "")
                .way("start", "userTask_depositFiche", "choice")
                .arrow("choice", "end", "Oui", one)
                .arrow("choice", "other", "Non", other);
    }

    private static List<ChangedModels> tables() {
        return List.of(
                routing(
                        "a value that a column never has",
                        "\"REGIONALE\"",
                        "\"REGIONAL\"",
                        "ROUTE_02_REGIONALE_in01 CELL_VALUE"),
                routing(
                        "a text where the column holds yes or no",
                        "<text>true</text>",
                        "<text>\"oui\"</text>",
                        "ROUTE_01_in02 CELL_TYPE"),
                routing(
                        "an answer that the program does not know",
                        "\"JURY_TERRITORIAL\"",
                        "\"JURY_LOCAL\"",
                        "ROUTE_01_route OUTPUT_VALUE"),
                routing(
                        "an input that nobody gives",
                        "<text>scale</text>",
                        "<text>reach</text>",
                        "juryRouting_in01 NAME_UNKNOWN"),
                routing(
                        "an output that nobody reads",
                        "name=\"reason\"",
                        "name=\"why\"",
                        "juryRouting_out_reason OUTPUT_UNKNOWN",
                        "juryRouting OUTPUT_MISSING"),
                routing(
                        "a column of the wrong type",
                        "<inputExpression id=\"juryRouting_in02_expression\" typeRef=\"boolean\">",
                        "<inputExpression id=\"juryRouting_in02_expression\" typeRef=\"integer\">",
                        "juryRouting_in02 COLUMN_TYPE"),
                routing(
                        "rows that answer the same cases",
                        "hitPolicy=\"FIRST\"",
                        "hitPolicy=\"UNIQUE\"",
                        "ROUTE_01 TABLE_OVERLAP",
                        "ROUTE_02 TABLE_OVERLAP"),
                routing(
                        "all rows where one is asked for",
                        "hitPolicy=\"FIRST\"",
                        "hitPolicy=\"RULE ORDER\"",
                        "juryRouting HIT_POLICY"),
                routing(
                        "what is no FEEL",
                        "<text>true</text>",
                        "<text>true and</text>",
                        "ROUTE_01_in02 FEEL_UNREADABLE"),
                of(
                        "a gap",
                        TestModels.shipped()
                                .change(ROUTING, text -> text.replaceFirst("(?s)<rule id=\"ROUTE_02\">.*?</rule>", "")),
                        ROUTING + "#juryRouting TABLE_INCOMPLETE"),
                of(
                        "a row behind one that takes everything",
                        TestModels.shipped().change(ROUTING, ChangedModels::lastFirst),
                        ROUTING + "#ROUTE_02_REGIONALE ROW_NEVER_REACHED",
                        ROUTING + "#ROUTE_01 ROW_NEVER_REACHED"),
                of(
                        "a slip in the name of a fact",
                        TestModels.shipped()
                                .replace(RULES, "<text>fiche.receivedAt</text>", "<text>fiche.recievedAt</text>"),
                        RULES + "#eligibility_in01 NAME_UNKNOWN"),
                of(
                        "a slip in a verdict of the rules",
                        TestModels.shipped().replace(RULES, "\"INELIGIBLE_PLANCHER\"", "\"INELIGIBLE_PLACHER\""),
                        RULES + "#ELIG_05_verdict OUTPUT_VALUE"),
                of(
                        "a day that is none",
                        TestModels.shipped()
                                .replace(
                                        RULES,
                                        "<text>&gt;= fiche.limit</text>",
                                        "<text>&gt;= date(\"2026-02-31\")</text>"),
                        RULES + "#ELIG_01_in01 FEEL_UNREADABLE"),
                of(
                        "a decision that nobody asks",
                        TestModels.shipped()
                                .replace(ROUTING, "<decision id=\"juryRouting\"", "<decision id=\"juryRoutes\""),
                        ROUTING + "#juryRoutes TABLE_UNKNOWN"));
    }

    private static String lastFirst(String table) {
        var last = table.replaceFirst("(?s).*(<rule id=\"ROUTE_02\">.*?</rule>).*", "$1");
        return table.replace(last, "")
                .replaceFirst("<rule id=\"ROUTE_02_REGIONALE\">", last.replace("$", "\\$") + "$0");
    }

    private static List<ChangedModels> forms() {
        return List.of(
                form(
                        "a field that the step does not read",
                        "\"key\": \"completenessReason\"",
                        "\"key\": \"reason\"",
                        "completenessReason FIELD_UNKNOWN"),
                form(
                        "a verdict that cannot be given",
                        "\"key\": \"completenessVerdict\"",
                        "\"key\": \"verdict\"",
                        "completenessVerdict FIELD_UNKNOWN",
                        " FIELD_MISSING",
                        "text_override NAME_UNKNOWN",
                        "completenessReason NAME_UNKNOWN"),
                form(
                        "a choice that nobody knows",
                        "\"COMPLETE\"\n",
                        "\"COMPLET\"\n",
                        "completenessVerdict FORM_OPTION"),
                form(
                        "a text where a code is read",
                        "\"type\": \"radio\"",
                        "\"type\": \"textfield\"",
                        "completenessVerdict FIELD_KIND",
                        "completenessVerdict FORM_LENGTH",
                        "completenessVerdict FORM_PROPERTY"),
                form(
                        "a field for dates",
                        "\"type\": \"textarea\"",
                        "\"type\": \"datetime\"",
                        "completenessReason FORM_COMPONENT"),
                form("no label", "\"label\": \"Motif\"", "\"label\": \" \"", "completenessReason FORM_LABEL"),
                form("no length", ",\n        \"maxLength\": 4000", "", "completenessReason FORM_LENGTH"),
                form("a name that no step shows", "{{projectTitle}}", "{{projectTitel}}", "text_header NAME_UNKNOWN"),
                form(
                        "a condition on what is not there",
                        "=not(documentsMissing)",
                        "=not(documentMissing)",
                        "text_missing NAME_UNKNOWN"),
                form(
                        "two fields of one name",
                        "\"id\": \"completenessReason\"",
                        "\"id\": \"completenessVerdict\"",
                        "completenessVerdict ID_TWICE"),
                of(
                        "a form with another name than its file",
                        TestModels.shipped()
                                .with("completeness.form", TestModels.shipped().text(COMPLETENESS))
                                .without(COMPLETENESS),
                        "completeness.form# FORM_NAME"));
    }

    private static List<ChangedModels> structures() {
        return List.of(
                small("the smallest", TestDiagram.smallest("essai")),
                small(
                        "a loop that nobody stops",
                        diagram()
                                .start()
                                .deposit()
                                .gateway("join", "", "")
                                .action("remindHolder")
                                .gateway("again", "Encore ?", "default=\"flow_again__end\"")
                                .end()
                                .way(
                                        "start",
                                        "userTask_depositFiche",
                                        "join",
                                        "serviceTask_remindHolder",
                                        "again",
                                        "end")
                                .arrow("again", "join", "Oui", "${conformityByRegion}"),
                        "join LOOP_WITHOUT_WAIT"),
                small(
                        "a loop with a person in it",
                        diagram()
                                .start()
                                .gateway("join", "", "")
                                .deposit()
                                .gateway("again", "Encore ?", "default=\"flow_again__end\"")
                                .end()
                                .way("start", "join", "userTask_depositFiche", "again", "end")
                                .arrow("again", "join", "Oui", "${conformityByRegion}")),
                small(
                        "a loop that is never left",
                        diagram()
                                .start()
                                .gateway("join", "", "")
                                .deposit()
                                .complete()
                                .end()
                                .way("start", "join", "userTask_depositFiche", "userTask_completeDossier", "join"),
                        "end NO_DISCONNECTED",
                        "end NO_IMPLICIT_START",
                        "start NO_WAY_OUT"),
                small(
                        "an island",
                        diagram()
                                .start()
                                .deposit()
                                .end()
                                .gateway("join", "", "")
                                .complete()
                                .gateway("out", "Finir ?", "default=\"flow_out__join\"")
                                .box("endEvent", "other", "Autre fin", "", "")
                                .way("start", "userTask_depositFiche", "end")
                                .way("join", "userTask_completeDossier", "out", "join")
                                .arrow("out", "other", "Oui", "${conformityByRegion}"),
                        "join SUPERFLUOUS_GATEWAY",
                        "join UNREACHABLE",
                        "userTask_completeDossier UNREACHABLE",
                        "out UNREACHABLE",
                        "other UNREACHABLE"),
                small("two things in parallel", parallel("parallelGateway", "parallelGateway")),
                small(
                        "a choice joined as if both happened",
                        diagram()
                                .start()
                                .deposit()
                                .gateway("fork", "Région ?", "default=\"flow_fork__userTask_completeDossier\"")
                                .complete()
                                .action("replayRules")
                                .box("parallelGateway", "join", "", "", "")
                                .end()
                                .way(
                                        "start",
                                        "userTask_depositFiche",
                                        "fork",
                                        "userTask_completeDossier",
                                        "join",
                                        "end")
                                .arrow("fork", "serviceTask_replayRules", "Oui", "${conformityByRegion}")
                                .way("serviceTask_replayRules", "join"),
                        "join PARALLEL_JOIN_BLOCKED"),
                small(
                        "two ways at once that are not joined",
                        parallel("parallelGateway", "exclusiveGateway"),
                        "end TWICE_AT_ONCE"),
                small(
                        "a reminder that comes back",
                        diagram()
                                .start()
                                .deposit()
                                .edge(
                                        "timer_x",
                                        "userTask_depositFiche",
                                        "cancelActivity=\"false\"",
                                        timer("timeCycle", "deadlines.ficheReminder"))
                                .action("remindHolder")
                                .gateway("join", "", "")
                                .complete()
                                .end()
                                .way("start", "userTask_depositFiche", "join", "userTask_completeDossier", "end")
                                .way("timer_x", "serviceTask_remindHolder", "join"),
                        "userTask_completeDossier TWICE_AT_ONCE"),
                small(
                        "a part of its own",
                        diagram()
                                .start()
                                .subProcess(
                                        "part",
                                        "",
                                        new TestDiagram("part")
                                                .box("startEvent", "begin", "Début", "", "")
                                                .deposit()
                                                .box("endEvent", "finish", "Fin", "", "")
                                                .way("begin", "userTask_depositFiche", "finish"))
                                .gateway("choice", "Région ?", "default=\"flow_choice__other\"")
                                .end()
                                .box("endEvent", "other", "Autre fin", "", "")
                                .way("start", "part", "choice", "other")
                                .arrow("choice", "end", "Oui", "${conformityByRegion}")),
                small(
                        "an arrow from one part into another",
                        diagram()
                                .start()
                                .deposit()
                                .end()
                                .way("start", "userTask_depositFiche", "end")
                                .raw("<bpmn:sequenceFlow id=\"f\" sourceRef=\"start\" targetRef=\"nowhere\"/>"),
                        "f NO_BPMNDI",
                        "f REFERENCE"),
                of(
                        "an arrow drawn to another box",
                        TestModels.none()
                                .with(
                                        "essai.bpmn",
                                        TestDiagram.smallest("essai").xml())
                                .replace(
                                        "essai.bpmn",
                                        "<di:waypoint x=\"600\" y=\"140\"/>",
                                        "<di:waypoint x=\"1400\" y=\"140\"/>"),
                        "essai.bpmn#flow_userTask_depositFiche__end DRAWN_ELSEWHERE"),
                of(
                        "no end for a dossier that is given up",
                        TestModels.none()
                                .with(
                                        "essai.bpmn",
                                        TestDiagram.smallest("essai").bare()),
                        "essai.bpmn#essai MESSAGE_UNAWAITED"));
    }

    private static TestDiagram parallel(String fork, String join) {
        return diagram()
                .start()
                .deposit()
                .box(fork, "fork", "", "", "")
                .complete()
                .action("replayRules")
                .box(join, "join", "", "", "")
                .end()
                .way("start", "userTask_depositFiche", "fork", "userTask_completeDossier", "join", "end")
                .way("fork", "serviceTask_replayRules", "join");
    }

    private static List<ChangedModels> events() {
        return List.of(
                small("a timer that stops a task and goes on", edge("", timer("timeDate", "deadlines.ficheDeadline"))),
                small(
                        "a repetition that interrupts",
                        edge("", timer("timeCycle", "deadlines.ficheReminder")),
                        "timer_x DEADLINE_KIND"),
                small(
                        "a repetition taken for a date",
                        edge("", timer("timeDate", "deadlines.ficheReminder")),
                        "timer_x DEADLINE_KIND"),
                small("a timer without a time", edge("", "<bpmn:timerEventDefinition/>"), "timer_x EVENT"),
                small("an event of no kind", edge("", ""), "timer_x EVENT"),
                small(
                        "an event at the edge of an action",
                        diagram()
                                .start()
                                .deposit()
                                .action("acknowledgeFiche")
                                .edge(
                                        "timer_x",
                                        "serviceTask_acknowledgeFiche",
                                        "",
                                        timer("timeDate", "deadlines.ficheDeadline"))
                                .end()
                                .box("endEvent", "late", "Trop tard", "", "")
                                .way("start", "userTask_depositFiche", "serviceTask_acknowledgeFiche", "end")
                                .way("timer_x", "late"),
                        "timer_x EVENT"),
                small(
                        "a process that starts by itself",
                        diagram()
                                .box(
                                        "startEvent",
                                        "start",
                                        "Chaque jour",
                                        "",
                                        timer("timeCycle", "deadlines.ficheReminder"))
                                .deposit()
                                .end()
                                .way("start", "userTask_depositFiche", "end"),
                        "start EVENT"),
                small(
                        "a step that nobody can answer",
                        diagram()
                                .start()
                                .officers("giveOpinion", "managers", "instruction")
                                .end()
                                .way("start", "userTask_giveOpinion", "end"),
                        "userTask_giveOpinion FORM_ABSENT",
                        "userTask_giveOpinion STEP_UNKNOWN"),
                small(
                        "a group that is not known yet",
                        diagram()
                                .start()
                                .officers("recordDecision", "instruction-${sector}", "decision")
                                .end()
                                .way("start", "userTask_recordDecision", "end"),
                        "userTask_recordDecision FACT_UNSET",
                        "userTask_recordDecision FORM_ABSENT"));
    }

    private static TestDiagram edge(String attributes, String definition) {
        return diagram()
                .start()
                .deposit()
                .edge("timer_x", "userTask_depositFiche", attributes, definition)
                .end()
                .box("endEvent", "late", "Trop tard", "", "")
                .way("start", "userTask_depositFiche", "end")
                .way("timer_x", "late");
    }

    private static List<ChangedModels> ruleTasks() {
        return List.of(
                ruleTask(
                        "a table of the modeller's own",
                        "${circuit == 'COURT'}",
                        table("\"1\"", "\"COURT\"", "\"LONG\"")),
                ruleTask(
                        "a value that the table never answers",
                        "${circuit == 'RAPIDE'}",
                        table("\"1\"", "\"COURT\"", "\"LONG\""),
                        "essai.bpmn#flow_choice__end FACT_VALUE"),
                ruleTask(
                        "a table that reads what the diagram does not know",
                        "${circuit == 'COURT'}",
                        table("\"1\"", "\"COURT\"", "\"LONG\"")
                                .replace("<text>measure</text>", "<text>juryOutcome</text>"),
                        "circuit.dmn#in NAME_UNKNOWN"),
                ruleTask(
                        "a table with a gap",
                        "${circuit == 'COURT'}",
                        table("\"1\"", "\"COURT\"", "\"LONG\"").replace("<text></text>", "<text>\"2\"</text>"),
                        "circuit.dmn#circuit TABLE_INCOMPLETE"));
    }

    private static ChangedModels ruleTask(String name, String condition, String table, String... expected) {
        var diagram = diagram()
                .start()
                .deposit()
                .box(
                        "businessRuleTask",
                        "rules",
                        "Choisir le circuit",
                        "camunda:decisionRef=\"circuit\" camunda:decisionRefBinding=\"deployment\""
                                + " camunda:mapDecisionResult=\"singleEntry\" camunda:resultVariable=\"circuit\"",
                        "")
                .gateway("choice", "Quel circuit ?", "default=\"flow_choice__other\"")
                .end()
                .box("endEvent", "other", "Autre fin", "", "")
                .way("start", "userTask_depositFiche", "rules", "choice", "other")
                .arrow("choice", "end", "Court", condition);
        return of(name, TestModels.none().with("essai.bpmn", diagram.xml()).with("circuit.dmn", table), expected);
    }

    /** Which way a dossier goes by its measure: one answer for this one, another for all others. */
    public static String table(String measure, String answer, String otherwise) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="circuit_definitions" name="Circuit" namespace="https://ruche.invalid/essai">
                  <decision id="circuit" name="Circuit" camunda:historyTimeToLive="P3650D">
                    <decisionTable id="circuit_table" hitPolicy="FIRST">
                      <input id="in" label="Fiche technique"><inputExpression id="in_expression" typeRef="string"><text>measure</text></inputExpression></input>
                      <output id="out" label="Circuit" name="circuit" typeRef="string"/>
                      <rule id="row1"><inputEntry id="row1_in"><text>%s</text></inputEntry><outputEntry id="row1_out"><text>%s</text></outputEntry></rule>
                      <rule id="row2"><inputEntry id="row2_in"><text></text></inputEntry><outputEntry id="row2_out"><text>%s</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(measure, answer, otherwise);
    }
}
