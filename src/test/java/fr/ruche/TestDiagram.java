package fr.ruche;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws small diagrams of a dossier: each box in its own place, each arrow from border to border. What it draws without
 * more is without a fault, so that a test adds the one thing it is about.
 */
public final class TestDiagram {

    private static final int WIDE = 100;
    private static final int HIGH = 80;
    private static final int STEP = 200;

    private final String id;
    private final StringBuilder content = new StringBuilder();
    private final StringBuilder drawing = new StringBuilder();
    private final List<String> boxes = new ArrayList<>();
    private final StringBuilder before = new StringBuilder();
    private final Map<String, String> arrows = new LinkedHashMap<>();

    public TestDiagram(String id) {
        this.id = id;
    }

    /** Start, the deposit of a fiche by its porteur, end. */
    public static TestDiagram smallest(String id) {
        return new TestDiagram(id).start().deposit().end().way("start", "userTask_depositFiche", "end");
    }

    public TestDiagram start() {
        return box("startEvent", "start", "Fiche ouverte", "", "");
    }

    public TestDiagram end() {
        return box("endEvent", "end", "Dossier clos", "", "");
    }

    public TestDiagram deposit() {
        return box(
                "userTask",
                "userTask_depositFiche",
                "Déposer la fiche",
                "camunda:dueDate=\"${deadlines.ficheDeadline(execution.processBusinessKey)}\"",
                clock("PORTEUR"));
    }

    /** The porteur completes the dossier: a second person to wait for. */
    public TestDiagram complete() {
        return box(
                "userTask",
                "userTask_completeDossier",
                "Compléter le dossier",
                "camunda:dueDate=\"${deadlines.dossierDeadline(execution.processBusinessKey)}\"",
                clock("PORTEUR"));
    }

    /** A step of officers, with the form of its name. */
    public TestDiagram officers(String step, String group, String deadline) {
        return box(
                "userTask",
                "userTask_" + step,
                "Étape",
                ("camunda:formRef=\"%s\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"%s\""
                                + " camunda:dueDate=\"${deadlines.%s(execution.processBusinessKey)}\"")
                        .formatted(step, group, deadline),
                clock("REGION"));
    }

    public TestDiagram action(String name) {
        return action(name, "serviceTask_" + name);
    }

    public TestDiagram action(String name, String box) {
        return box("serviceTask", box, "Agir", "camunda:delegateExpression=\"${" + name + "}\"", "");
    }

    public TestDiagram gateway(String box, String name, String attributes) {
        return box("exclusiveGateway", box, name, attributes, "");
    }

    public static String clock(String value) {
        return "<bpmn:extensionElements><camunda:properties><camunda:property name=\"clock\" value=\"" + value
                + "\"/></camunda:properties></bpmn:extensionElements>";
    }

    /** @param name empty for a box without a label */
    public TestDiagram box(String type, String box, String name, String attributes, String inside) {
        content.append("<bpmn:%s id=\"%s\" %s %s>%s</bpmn:%s>\n"
                .formatted(
                        type,
                        box,
                        name.isEmpty() ? "" : "name=\"" + name + "\"",
                        attributes,
                        joined(box, inside),
                        type));
        boxes.add(box);
        draw(box, "");
        return this;
    }

    /** Where the arrows of the box are listed, as modelers write them. */
    private static String joined(String box, String inside) {
        var extensions = "</bpmn:extensionElements>";
        return inside.contains(extensions)
                ? inside.replace(extensions, extensions + "[arrows of " + box + "]")
                : "[arrows of " + box + "]" + inside;
    }

    /** An event at the edge of a box. */
    public TestDiagram edge(String box, String host, String attributes, String definition) {
        content.append(
                "<bpmn:boundaryEvent id=\"%s\" name=\"À temps\" attachedToRef=\"%s\" %s>%s</bpmn:boundaryEvent>\n"
                        .formatted(box, host, attributes, joined(box, definition)));
        boxes.add(box);
        draw(box, "");
        return this;
    }

    public static String timer(String kind, String deadline) {
        return ("<bpmn:timerEventDefinition><bpmn:%s xsi:type=\"bpmn:tFormalExpression\">"
                        + "${%s(execution.processBusinessKey)}</bpmn:%s></bpmn:timerEventDefinition>")
                .formatted(kind, deadline, kind);
    }

    /** A sub-process that holds what another diagram draws. */
    public TestDiagram subProcess(String box, String attributes, TestDiagram inside) {
        content.append("<bpmn:subProcess id=\"%s\" name=\"Partie\" %s>\n%s</bpmn:subProcess>\n"
                .formatted(box, attributes, "[arrows of " + box + "]" + inside.content));
        arrows.putAll(inside.arrows);
        boxes.add(box);
        draw(box, "isExpanded=\"false\"");
        inside.boxes.forEach(one -> {
            boxes.add(one);
            draw(one, "");
        });
        inside.drawing
                .toString()
                .lines()
                .filter(line -> line.contains("BPMNEdge"))
                .forEach(edge -> {
                    var flow = edge.replaceFirst(".*bpmnElement=\"([^\"]+)\".*", "$1");
                    var ends = flow.substring("flow_".length()).split("__");
                    edge(flow, ends[0], ends[1]);
                });
        return this;
    }

    /** Arrows from each box to the next. */
    public TestDiagram way(String... along) {
        for (var i = 0; i + 1 < along.length; i++) {
            arrow(along[i], along[i + 1], "", "");
        }
        return this;
    }

    /** An arrow with a label, empty for none, and a condition, empty for none. */
    public TestDiagram arrow(String from, String to, String name, String condition) {
        var flow = "flow_" + from + "__" + to;
        content.append("<bpmn:sequenceFlow id=\"%s\" %s sourceRef=\"%s\" targetRef=\"%s\">%s</bpmn:sequenceFlow>\n"
                .formatted(
                        flow,
                        name.isEmpty() ? "" : "name=\"" + name + "\"",
                        from,
                        to,
                        condition.isEmpty()
                                ? ""
                                : "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
                                        + condition.replace("&", "&amp;") + "</bpmn:conditionExpression>"));
        arrows.put(flow, from + "__" + to);
        edge(flow, from, to);
        return this;
    }

    /** Anything else in the process. */
    public TestDiagram raw(String element) {
        content.append(element);
        return this;
    }

    public TestDiagram message(String name) {
        before.append("<bpmn:message id=\"message_%s\" name=\"%s\"/>\n".formatted(name, name));
        return this;
    }

    private void draw(String box, String attributes) {
        drawing.append(
                "<bpmndi:BPMNShape id=\"%s_di\" bpmnElement=\"%s\" %s><dc:Bounds x=\"%d\" y=\"100\" width=\"%d\" height=\"%d\"/></bpmndi:BPMNShape>\n"
                        .formatted(box, box, attributes, left(box), WIDE, HIGH));
    }

    private void edge(String flow, String from, String to) {
        drawing.append(
                "<bpmndi:BPMNEdge id=\"%s_di\" bpmnElement=\"%s\"><di:waypoint x=\"%d\" y=\"140\"/><di:waypoint x=\"%d\" y=\"140\"/></bpmndi:BPMNEdge>\n"
                        .formatted(flow, flow, left(from) + WIDE, left(to)));
    }

    private int left(String box) {
        return STEP * (1 + boxes.indexOf(box));
    }

    /** The file, with the two ends that every dossier may come to at any moment. */
    public String xml() {
        var whole = new TestDiagram(id);
        whole.content.append(content);
        whole.drawing.append(drawing);
        whole.boxes.addAll(boxes);
        whole.before.append(before);
        whole.arrows.putAll(arrows);
        whole.ending("abandoned", "dossierAbandoned").ending("withdrawn", "dossierWithdrawn");
        return whole.bare();
    }

    private TestDiagram ending(String name, String message) {
        message(message);
        return subProcess(
                "subProcess_" + name,
                "triggeredByEvent=\"true\"",
                new TestDiagram(name)
                        .box(
                                "startEvent",
                                "start_" + name,
                                "Demande",
                                "",
                                "<bpmn:messageEventDefinition messageRef=\"message_" + message + "\"/>")
                        .box("endEvent", "end_" + name, "Clos", "", "")
                        .way("start_" + name, "end_" + name));
    }

    /** Without these two ends. */
    public String bare() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions_%s" targetNamespace="https://ruche.invalid/essai">
                %s<bpmn:process id="%s" name="Essai" isExecutable="true" camunda:historyTimeToLive="P3650D">
                %s</bpmn:process>
                <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="%s">
                %s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
                </bpmn:definitions>
                """.formatted(id, before, id, withArrows(), id, drawing);
    }

    private String withArrows() {
        var text = content.toString();
        for (var box : boxes) {
            var listed = new StringBuilder();
            arrows.forEach((flow, ends) ->
                    listed.append(ends.endsWith("__" + box) ? "<bpmn:incoming>" + flow + "</bpmn:incoming>" : ""));
            arrows.forEach((flow, ends) ->
                    listed.append(ends.startsWith(box + "__") ? "<bpmn:outgoing>" + flow + "</bpmn:outgoing>" : ""));
            text = text.replace("[arrows of " + box + "]", listed);
        }
        return text;
    }
}
