package fr.ruche.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether what the boxes of a diagram name is known, and whether each says what it has to. */
final class DiagramWords {

    private static final String CLOCK = "clock";
    private static final String READERS = "readers";
    private static final String BY_HAND = "byHand";
    private static final String NOWHERE = "no";
    private static final Set<String> HOSTS = Set.of("userTask", "receiveTask", "subProcess");

    private final Diagram diagram;
    private final Vocabulary words;
    private final Files files;
    private final Complaints complaints;
    private final Map<Subject, List<Node>> subjects = new EnumMap<>(Subject.class);

    /** What else is in the bundle. */
    record Files(Set<String> forms, Map<String, Decision> decisions, FormUses uses) {}

    private DiagramWords(Diagram diagram, Vocabulary words, Files files, Complaints complaints) {
        this.diagram = diagram;
        this.words = words;
        this.files = files;
        this.complaints = complaints;
    }

    static void check(Diagram diagram, Vocabulary words, Files files, Complaints complaints) {
        var check = new DiagramWords(diagram, words, files, complaints);
        check.process();
        diagram.all("userTask").forEach(check::userTask);
        diagram.all("serviceTask").forEach(check::serviceTask);
        diagram.all("businessRuleTask").forEach(check::ruleTask);
        diagram.all("receiveTask").forEach(task -> check.message(task.node(), task.node()));
        diagram.all().filter(Box::isEvent).forEach(check::event);
        diagram.all().filter(box -> !box.is("userTask")).forEach(box -> check.clock(box, false));
        check.properties();
        check.subject();
    }

    private void process() {
        var process = diagram.process();
        if (!complaints.file().equals(process.id() + ".bpmn")) {
            complaints.add(Rule.PROCESS_NAME, process, process.id());
        }
        if (!process.attribute("isExecutable").equals("true")) {
            complaints.add(Rule.PROCESS_EXECUTABLE, process);
        }
        if (!process.attribute("camunda:historyTimeToLive").matches("P[1-9][0-9]{0,4}D")) {
            complaints.add(Rule.HISTORY, process);
        }
    }

    private void serviceTask(Box box) {
        var written = box.node().attribute("camunda:delegateExpression");
        if (written.isBlank()) {
            complaints.add(Rule.ACTION_MISSING, box.node(), box.label());
            return;
        }
        var name = Expressions.action(written).orElse(written);
        var action = words.action(name);
        if (action.isEmpty()) {
            var known = words.actions().stream().map(ActionWord::name).toList();
            complaints.add(Rule.ACTION_UNKNOWN, box.node(), name, Near.hint(name, known));
            return;
        }
        about(box.node(), action.get().about());
        if (!box.id().equals("serviceTask_" + name) && !box.id().startsWith("serviceTask_" + name + "_")) {
            complaints.add(Rule.ACTION_ID, box.node(), "serviceTask_" + name);
        }
    }

    private void userTask(Box box) {
        var step = words.step(box.id());
        step.ifPresentOrElse(known -> about(box.node(), known.about()), () -> {
            var known = words.steps().stream().map(StepWord::id).toList();
            complaints.add(Rule.STEP_UNKNOWN, box.node(), box.id(), Near.hint(box.id(), known));
        });
        var clock = clock(box, true);
        var page = step.map(StepWord::page).orElse(clock.map(ClockWord::page).orElse(false));
        if (page) {
            page(box, clock);
        } else {
            form(box, step);
            groups(box, step.filter(StepWord::family).isPresent());
            if (clock.filter(ClockWord::page).isPresent()) {
                complaints.add(Rule.PAGE_STEP, box.node(), box.label());
            }
        }
        due(box);
    }

    private void page(Box box, Optional<ClockWord> clock) {
        if (box.node().has("camunda:formRef")
                || box.node().has("camunda:candidateGroups")
                || clock.filter(one -> !one.page()).isPresent()) {
            complaints.add(Rule.PAGE_STEP, box.node(), box.label());
        }
    }

    private void form(Box box, Optional<StepWord> step) {
        var form = box.node().attribute("camunda:formRef");
        if (form.isBlank()) {
            complaints.add(Rule.FORM_MISSING, box.node(), box.label());
            return;
        }
        if (!box.node().attribute("camunda:formRefBinding").equals("deployment")) {
            complaints.add(Rule.FORM_BINDING, box.node(), box.label());
        }
        if (!files.forms().contains(form)) {
            complaints.add(Rule.FORM_ABSENT, box.node(), form);
        }
        files.uses().form(form, step);
    }

    private void groups(Box box, boolean asked) {
        var groups = box.node().attribute("camunda:candidateGroups");
        if (groups.isBlank()) {
            complaints.add(Rule.GROUP_MISSING, box.node(), box.label());
        } else {
            known(box.node(), groups, asked);
        }
    }

    /** @param asked whether the groups that are asked their opinion may be among them: nothing else is theirs to see */
    private void known(Node node, String groups, boolean asked) {
        var known = words.groups().stream().map(GroupWord::name).toList();
        Expressions.groups(groups)
                .forEach(group -> words.group(group)
                        .ifPresentOrElse(
                                word -> {
                                    if (!asked && Family.is(word.name())) {
                                        complaints.add(Rule.GROUP_STEP, node, group);
                                    }
                                },
                                () -> complaints.add(Rule.GROUP_UNKNOWN, node, group, Near.hint(group, known))));
    }

    private void due(Box box) {
        var due = box.node().attribute("camunda:dueDate");
        if (due.isBlank()) {
            complaints.add(Rule.DUE_MISSING, box.node(), box.label());
            return;
        }
        deadline(box.node(), due)
                .filter(DeadlineWord::repeats)
                .ifPresent(repeated -> complaints.add(Rule.DEADLINE_KIND, box.node(), repeated.name()));
    }

    private Optional<DeadlineWord> deadline(Node node, String written) {
        var name = Expressions.deadline(written).orElse(written);
        var deadline = words.deadline(name);
        if (deadline.isEmpty()) {
            var known = words.deadlines().stream().map(DeadlineWord::name).toList();
            complaints.add(Rule.DEADLINE_UNKNOWN, node, name, Near.hint(name, known));
        }
        deadline.ifPresent(known -> {
            about(node, known.about());
            var own = Optional.of(node.id()).filter(id -> known.own());
            if (!Expressions.element(written).equals(own)) {
                complaints.add(Rule.DEADLINE_ELEMENT, node, known.expression(node.id()));
            }
        });
        return deadline;
    }

    private void ruleTask(Box box) {
        var node = box.node();
        var table = node.attribute("camunda:decisionRef");
        if (table.isBlank()) {
            complaints.add(Rule.TABLE_MISSING, node, box.label());
            return;
        }
        var decision = files.decisions().get(table);
        if (decision == null) {
            complaints.add(Rule.TABLE_ABSENT, node, table);
            return;
        }
        var variable = node.attribute("camunda:resultVariable");
        if (!node.attribute("camunda:decisionRefBinding").equals("deployment")
                || !node.attribute("camunda:mapDecisionResult").equals("singleEntry")
                || !variable.matches("[A-Za-z_]\\w*")
                || words.fact(variable).isPresent()
                || !decision.answersOneValue()) {
            complaints.add(Rule.TABLE_RESULT, node, box.label());
        }
    }

    private void event(Box box) {
        var definitions = box.events();
        var first = box.is("startEvent") && !box.scope().isEventSubProcess();
        if (first && box.scope().owner() == null && !definitions.isEmpty()) {
            complaints.add(Rule.EVENT, box.node(), box.label());
            return;
        }
        var awaits = box.is("boundaryEvent") || box.is("intermediateCatchEvent");
        var host = box.host();
        if (awaits && definitions.isEmpty() || host != null && !HOSTS.contains(host.type())) {
            complaints.add(Rule.EVENT, box.node(), box.label());
        }
        definitions.forEach(definition -> {
            if (definition.local().equals("messageEventDefinition")) {
                message(definition, box.node());
            } else if (definition.local().equals("timerEventDefinition")) {
                timer(definition, box);
            }
        });
    }

    private void message(Node naming, Node box) {
        var name = diagram.message(naming);
        if (name.isEmpty()) {
            complaints.add(Rule.MESSAGE_MISSING, box);
            return;
        }
        var message = words.message(name);
        message.ifPresentOrElse(known -> about(box, known.about()), () -> {
            var known = words.messages().stream().map(MessageWord::name).toList();
            complaints.add(Rule.MESSAGE_UNKNOWN, box, name, Near.hint(name, known));
        });
    }

    private void timer(Node definition, Box box) {
        var times = definition.children();
        if (times.size() != 1) {
            complaints.add(Rule.EVENT, box.node(), box.label());
            return;
        }
        var cycle = times.get(0).local().equals("timeCycle");
        var goesOn = box.is("boundaryEvent")
                ? !box.interrupts()
                : box.node().attribute("isInterrupting").equals("false");
        deadline(box.node(), times.get(0).text())
                .filter(deadline -> deadline.repeats() != cycle || cycle && !goesOn)
                .ifPresent(deadline -> complaints.add(Rule.DEADLINE_KIND, box.node(), deadline.name()));
    }

    /** Who holds the dossier meanwhile. */
    private Optional<ClockWord> clock(Box box, boolean required) {
        var written = properties(box.node())
                .filter(property -> property.attribute("name").equals(CLOCK))
                .map(property -> property.attribute("value"))
                .toList();
        var clock = written.size() == 1 ? words.clock(written.get(0)) : Optional.<ClockWord>empty();
        if (clock.isEmpty() && (required || !written.isEmpty())) {
            var known = String.join(
                    ", ", words.clocks().stream().map(ClockWord::name).toList());
            complaints.add(Rule.CLOCK, box.node(), box.label(), known);
        }
        return clock;
    }

    private static Stream<Node> properties(Node node) {
        return node.all("bpmn:extensionElements")
                .flatMap(extensions -> extensions.all("camunda:properties"))
                .flatMap(properties -> properties.all("camunda:property"));
    }

    private void properties() {
        diagram.root()
                .everything()
                .filter(node -> node.name().equals("camunda:property"))
                .forEach(property -> {
                    var name = property.attribute("name");
                    if (name.equals(READERS)) {
                        known(property, property.attribute("value"), false);
                    } else if (name.equals(BY_HAND)) {
                        byHand(property, property.attribute("value"));
                    } else if (!name.equals(CLOCK)) {
                        complaints.add(Rule.PROPERTY, property, name);
                    }
                });
    }

    /** Where a dossier is put that a manager brings to this step: another element of the diagram, or nowhere. */
    private void byHand(Node property, String place) {
        var places = diagram.all().map(Box::id).toList();
        if (!place.equals(NOWHERE) && !places.contains(place)) {
            complaints.add(Rule.BY_HAND, property, place, Near.hint(place, places));
        }
    }

    private void about(Node node, Subject subject) {
        subjects.computeIfAbsent(subject, none -> new ArrayList<>()).add(node);
    }

    /** One diagram is about dossiers or about sessions; a word of the other would fail when it is reached. */
    private void subject() {
        if (subjects.size() > 1) {
            subjects.values().stream()
                    .min(Comparator.comparingInt(List::size))
                    .orElseThrow()
                    .forEach(node -> complaints.add(Rule.SUBJECT_MIXED, node));
            return;
        }
        subjects.keySet().forEach(this::awaited);
    }

    private void awaited(Subject subject) {
        var awaited = diagram.root()
                .everything()
                .filter(node -> node.has("messageRef"))
                .map(diagram::message)
                .toList();
        words.messages().stream()
                .filter(message -> message.always() && message.about() == subject)
                .filter(message -> !awaited.contains(message.name()))
                .forEach(message ->
                        complaints.add(Rule.MESSAGE_UNAWAITED, diagram.process(), message.name(), message.label()));
    }
}
