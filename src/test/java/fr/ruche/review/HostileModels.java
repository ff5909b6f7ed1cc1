package fr.ruche.review;

import fr.ruche.TestDiagram;
import fr.ruche.TestModels;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What somebody would deploy to run code, reach the class loader, read files, exhaust the server or fool a reader: one
 * of each way in, with the rule that refuses it. Each holds nothing else that is wrong, unless it cannot do without.
 */
public record HostileModels(String name, Map<String, byte[]> files, String code) {

    /** Reaches the class loader, and from there everything. */
    private static final String REFLECTION =
            "${''.getClass().forName('java.lang.Runtime').getMethod('getRuntime').invoke(null).exec('id')}";

    private static final String MAIN = "essai.bpmn";

    @Override
    public String toString() {
        return name;
    }

    public static Stream<HostileModels> all() {
        return Stream.of(
                        scripts(),
                        classes(),
                        listeners(),
                        expressions(),
                        conditions(),
                        otherForms(),
                        xml(),
                        letters(),
                        sizes(),
                        foreign(),
                        tables(),
                        forms(),
                        names())
                .flatMap(List::stream);
    }

    private static HostileModels of(String name, Rule rule, TestModels models) {
        return new HostileModels(name, models.bytes(), rule.name());
    }

    private static HostileModels diagram(String name, Rule rule, TestDiagram diagram) {
        return of(name, rule, TestModels.none().with(MAIN, diagram.xml()));
    }

    private static TestDiagram small() {
        return TestDiagram.smallest("essai");
    }

    /** The smallest model with a piece of it replaced. */
    private static HostileModels changed(String name, Rule rule, String piece, String by) {
        return of(name, rule, TestModels.none().with(MAIN, small().xml()).replace(MAIN, piece, by));
    }

    /** An action between the deposit and the end, with more to it. */
    private static HostileModels action(String name, Rule rule, String attributes, String inside) {
        var callsAction = attributes.contains("delegateExpression");
        return diagram(
                name,
                rule,
                new TestDiagram("essai")
                        .start()
                        .deposit()
                        .box(
                                "serviceTask",
                                "serviceTask_acknowledgeFiche",
                                "Agir",
                                (callsAction ? "" : "camunda:delegateExpression=\"${acknowledgeFiche}\" ") + attributes,
                                inside)
                        .end()
                        .way("start", "userTask_depositFiche", "serviceTask_acknowledgeFiche", "end"));
    }

    private static HostileModels inExtensions(String name, Rule rule, String extension) {
        return action(name, rule, "", "<bpmn:extensionElements>" + extension + "</bpmn:extensionElements>");
    }

    /** An attribute more on the user task. */
    private static HostileModels userTask(String name, Rule rule, String attribute) {
        return changed(
                name, rule, "id=\"userTask_depositFiche\" name", "id=\"userTask_depositFiche\" " + attribute + " name");
    }

    private static HostileModels onProcess(String name, Rule rule, String attribute) {
        return changed(name, rule, "isExecutable=\"true\"", "isExecutable=\"true\" " + attribute);
    }

    private static HostileModels elsewhere(String name, Rule rule, String element) {
        return diagram(name, rule, small().raw(element));
    }

    private static List<HostileModels> scripts() {
        return List.of(
                diagram(
                        "a script task",
                        Rule.SCRIPT,
                        new TestDiagram("essai")
                                .start()
                                .deposit()
                                .box(
                                        "scriptTask",
                                        "task",
                                        "Agir",
                                        "scriptFormat=\"javascript\"",
                                        "<bpmn:script>java.lang.Runtime.getRuntime()</bpmn:script>")
                                .end()
                                .way("start", "userTask_depositFiche", "end")),
                diagram(
                        "a script from elsewhere",
                        Rule.SCRIPT,
                        small().raw("<bpmn:scriptTask id=\"s\" scriptFormat=\"groovy\""
                                + " camunda:resource=\"https://exemple.invalid/x.groovy\"/>")),
                inExtensions(
                        "a script in an input",
                        Rule.SCRIPT,
                        "<camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script"
                                + " scriptFormat=\"juel\">x</camunda:script></camunda:inputParameter></camunda:inputOutput>"),
                inExtensions(
                        "a script in an output",
                        Rule.SCRIPT,
                        "<camunda:inputOutput><camunda:outputParameter name=\"x\"><camunda:script"
                                + " scriptFormat=\"juel\">x</camunda:script></camunda:outputParameter></camunda:inputOutput>"),
                inExtensions(
                        "a script in a listener",
                        Rule.SCRIPT,
                        "<camunda:executionListener event=\"start\"><camunda:script"
                                + " scriptFormat=\"juel\">x</camunda:script></camunda:executionListener>"),
                inExtensions(
                        "a script in a connector",
                        Rule.SCRIPT,
                        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId><camunda:inputOutput>"
                                + "<camunda:inputParameter name=\"url\"><camunda:script scriptFormat=\"js\">x</camunda:script>"
                                + "</camunda:inputParameter></camunda:inputOutput></camunda:connector>"),
                condition("a script as a condition", Rule.SCRIPT, " language=\"javascript\"", "true"),
                condition(
                        "a condition from a resource", Rule.SCRIPT, " camunda:resource=\"deployment://x.js\"", "true"),
                changed(
                        "a language for all expressions",
                        Rule.SCRIPT,
                        "targetNamespace=",
                        "expressionLanguage=\"http://www.java.com/java\" targetNamespace="),
                elsewhere(
                        "a script in a task of a transaction",
                        Rule.SCRIPT,
                        "<bpmn:transaction id=\"t\"><bpmn:scriptTask id=\"s\" scriptFormat=\"juel\">"
                                + "<bpmn:script>x</bpmn:script></bpmn:scriptTask></bpmn:transaction>"));
    }

    private static HostileModels condition(String name, Rule rule, String attributes, String text) {
        return of(
                name,
                rule,
                TestModels.none()
                        .with(
                                MAIN,
                                new TestDiagram("essai")
                                        .start()
                                        .deposit()
                                        .gateway("choice", "Alors ?", "default=\"flow_choice__other\"")
                                        .end()
                                        .box("endEvent", "other", "Autre fin", "", "")
                                        .way("start", "userTask_depositFiche", "choice", "other")
                                        .arrow("choice", "end", "Oui", "${conformityByRegion}")
                                        .xml())
                        .replace(
                                MAIN,
                                "xsi:type=\"bpmn:tFormalExpression\">${conformityByRegion}",
                                "xsi:type=\"bpmn:tFormalExpression\"" + attributes + ">" + text));
    }

    private static List<HostileModels> classes() {
        return List.of(
                action("a class", Rule.CODE, "camunda:class=\"java.lang.Runtime\"", ""),
                action("a shell command", Rule.CODE, "camunda:type=\"shell\"", ""),
                action("a mail task", Rule.CODE, "camunda:type=\"mail\"", ""),
                action("an external task", Rule.CODE, "camunda:type=\"external\" camunda:topic=\"t\"", ""),
                action("an expression", Rule.CODE, "camunda:expression=\"${acknowledgeFiche.execute(execution)}\"", ""),
                inExtensions(
                        "a field that is injected", Rule.CODE, "<camunda:field name=\"command\" stringValue=\"id\"/>"),
                userTask("a form handler", Rule.CODE, "camunda:formHandlerClass=\"fr.ruche.Ruche\""),
                elsewhere(
                        "a class that maps variables",
                        Rule.CODE,
                        "<bpmn:callActivity id=\"c\" calledElement=\"x\" camunda:variableMappingClass=\"x.Y\"/>"),
                elsewhere(
                        "an action that maps variables",
                        Rule.CODE,
                        "<bpmn:callActivity id=\"c\" calledElement=\"x\""
                                + " camunda:variableMappingDelegateExpression=\"${acknowledgeFiche}\"/>"),
                elsewhere(
                        "a call of another process",
                        Rule.ELEMENT,
                        "<bpmn:callActivity id=\"c\" calledElement=\"${x}\"/>"),
                elsewhere("a web service", Rule.CODE, "<bpmn:sendTask id=\"s\" implementation=\"##WebService\"/>"),
                elsewhere(
                        "a message that runs a class when it is thrown",
                        Rule.CODE,
                        "<bpmn:intermediateThrowEvent id=\"t\"><bpmn:messageEventDefinition"
                                + " camunda:class=\"x.Y\"/></bpmn:intermediateThrowEvent>"),
                changed(
                        "a model from another file",
                        Rule.ELEMENT,
                        "<bpmn:message id=\"message_dossierAbandoned\"",
                        "<bpmn:import namespace=\"x\" location=\"file:///etc/passwd\" importType=\"y\"/>"
                                + "<bpmn:message id=\"message_dossierAbandoned\""));
    }

    private static List<HostileModels> listeners() {
        return List.of(
                inExtensions(
                        "a class that listens",
                        Rule.LISTENER,
                        "<camunda:executionListener event=\"start\" class=\"x.Y\"/>"),
                inExtensions(
                        "an expression that listens",
                        Rule.LISTENER,
                        "<camunda:executionListener event=\"end\" expression=\"${acknowledgeFiche.toString()}\"/>"),
                changed(
                        "a listener of a task",
                        Rule.LISTENER,
                        "<camunda:properties>",
                        "<camunda:taskListener event=\"create\" delegateExpression=\"${remindHolder}\"/><camunda:properties>"),
                changed(
                        "a listener of the process",
                        Rule.LISTENER,
                        "<bpmn:startEvent id=\"start\"",
                        "<bpmn:extensionElements><camunda:executionListener event=\"start\" class=\"x.Y\"/>"
                                + "</bpmn:extensionElements><bpmn:startEvent id=\"start\""),
                inExtensions(
                        "a connector",
                        Rule.CONNECTOR,
                        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"),
                inExtensions(
                        "variables of its own",
                        Rule.VARIABLES,
                        "<camunda:inputOutput><camunda:outputParameter name=\"admissible\">true"
                                + "</camunda:outputParameter></camunda:inputOutput>"),
                inExtensions(
                        "an error mapped by an expression",
                        Rule.ELEMENT,
                        "<camunda:errorEventDefinition errorRef=\"e\" expression=\"${true}\"/>"),
                inExtensions(
                        "retries computed by an expression",
                        Rule.EXPRESSION_PLACE,
                        "<camunda:failedJobRetryTimeCycle>" + REFLECTION + "</camunda:failedJobRetryTimeCycle>"));
    }

    private static List<HostileModels> expressions() {
        return List.of(
                action(
                        "a way to the class loader",
                        Rule.EXPRESSION,
                        "camunda:delegateExpression=\"" + REFLECTION + "\"",
                        ""),
                action(
                        "a bean that is no action",
                        Rule.ACTION_UNKNOWN,
                        "camunda:delegateExpression=\"${dataSource}\"",
                        ""),
                action(
                        "a method of an action",
                        Rule.EXPRESSION,
                        "camunda:delegateExpression=\"${acknowledgeFiche.getClass()}\"",
                        ""),
                action(
                        "the services of the engine",
                        Rule.EXPRESSION,
                        "camunda:delegateExpression=\"${execution.processEngineServices}\"",
                        ""),
                action(
                        "the other sign of expressions",
                        Rule.EXPRESSION,
                        "camunda:delegateExpression=\"#{acknowledgeFiche}\"",
                        ""),
                changed(
                        "a due date that reaches the class loader",
                        Rule.EXPRESSION,
                        "${deadlines.ficheDeadline(execution.processBusinessKey)}",
                        REFLECTION),
                changed(
                        "a deadline with another argument",
                        Rule.EXPRESSION,
                        "deadlines.ficheDeadline(execution.processBusinessKey)",
                        "deadlines.ficheDeadline(execution.getProcessEngineServices())"),
                changed(
                        "a deadline and something behind it",
                        Rule.EXPRESSION,
                        "(execution.processBusinessKey)}",
                        "(execution.processBusinessKey)}${''.getClass()}"),
                userTask(
                        "candidates by an expression",
                        Rule.EXPRESSION_PLACE,
                        "camunda:candidateUsers=\"" + REFLECTION + "\""),
                userTask(
                        "an assignee by an expression",
                        Rule.EXPRESSION_PLACE,
                        "camunda:assignee=\"" + REFLECTION + "\""),
                userTask(
                        "a priority by an expression",
                        Rule.EXPRESSION_PLACE,
                        "camunda:priority=\"" + REFLECTION + "\""),
                userTask(
                        "a follow-up by an expression",
                        Rule.EXPRESSION_PLACE,
                        "camunda:followUpDate=\"" + REFLECTION + "\""),
                userTask(
                        "a group by an expression",
                        Rule.EXPRESSION,
                        "camunda:candidateGroups=\"x-" + REFLECTION + "\""),
                userTask("a job by an expression", Rule.EXPRESSION_PLACE, "camunda:jobPriority=\"" + REFLECTION + "\""),
                onProcess(
                        "starters by an expression",
                        Rule.EXPRESSION_PLACE,
                        "camunda:candidateStarterUsers=\"" + REFLECTION + "\""),
                onProcess(
                        "a priority of the process",
                        Rule.EXPRESSION_PLACE,
                        "camunda:taskPriority=\"" + REFLECTION + "\""),
                changed(
                        "a label that is evaluated",
                        Rule.EXPRESSION_PLACE,
                        "name=\"Déposer la fiche\"",
                        "name=\"" + REFLECTION + "\""),
                changed(
                        "a documentation that is evaluated",
                        Rule.EXPRESSION_PLACE,
                        "<bpmn:startEvent id=\"start\" name=\"Fiche ouverte\" >",
                        "<bpmn:startEvent id=\"start\" name=\"Fiche ouverte\"><bpmn:documentation>" + REFLECTION
                                + "</bpmn:documentation>"),
                changed(
                        "the name of a message that is evaluated",
                        Rule.EXPRESSION_PLACE,
                        "name=\"dossierAbandoned\"",
                        "name=\"" + REFLECTION + "\""),
                changed(
                        "who may read, by an expression",
                        Rule.EXPRESSION,
                        "<camunda:property name=\"clock\" value=\"PORTEUR\"/>",
                        "<camunda:property name=\"clock\" value=\"PORTEUR\"/><camunda:property name=\"readers\" value=\""
                                + REFLECTION + "\"/>"),
                changed(
                        "a form by an expression",
                        Rule.EXPRESSION_PLACE,
                        "id=\"userTask_depositFiche\" name",
                        "id=\"userTask_depositFiche\" camunda:formRef=\"${x}\" name"),
                diagram(
                        "a timer that reaches the class loader",
                        Rule.EXPRESSION,
                        new TestDiagram("essai")
                                .start()
                                .deposit()
                                .edge(
                                        "timer_x",
                                        "userTask_depositFiche",
                                        "",
                                        "<bpmn:timerEventDefinition><bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">"
                                                + REFLECTION + "</bpmn:timeDate></bpmn:timerEventDefinition>")
                                .end()
                                .box("endEvent", "late", "Trop tard", "", "")
                                .way("start", "userTask_depositFiche", "end")
                                .way("timer_x", "late")),
                changed(
                        "a timer that is evaluated while it is deployed",
                        Rule.EXPRESSION_PLACE,
                        "<bpmn:startEvent id=\"start\" name=\"Fiche ouverte\" >",
                        "<bpmn:startEvent id=\"start\" name=\"Fiche ouverte\"><bpmn:timerEventDefinition><bpmn:timeDuration"
                                + " xsi:type=\"bpmn:tFormalExpression\">" + REFLECTION
                                + "</bpmn:timeDuration></bpmn:timerEventDefinition>"),
                userTask(
                        "a loop over a collection",
                        Rule.ELEMENT,
                        "camunda:priority=\"1\"><bpmn:multiInstanceLoopCharacteristics camunda:collection=\"x\"/>"
                                + "</bpmn:userTask><bpmn:userTask id=\"userTask_completeDossier\""));
    }

    private static List<HostileModels> conditions() {
        return List.of(
                condition("a call in a condition", Rule.EXPRESSION, "", REFLECTION),
                condition("a property in a condition", Rule.EXPRESSION, "", "${execution.processInstanceId == 'x'}"),
                condition("an index in a condition", Rule.EXPRESSION, "", "${conformityByRegion['class']}"),
                condition("an assignment in a condition", Rule.EXPRESSION, "", "${conformityByRegion = true}"),
                condition("a choice in a condition", Rule.EXPRESSION, "", "${conformityByRegion ? true : false}"),
                condition("arithmetic in a condition", Rule.EXPRESSION, "", "${1 + 1 == 2}"),
                condition("two expressions", Rule.EXPRESSION, "", "${conformityByRegion}${conformityByRegion}"),
                condition("an expression in a text", Rule.EXPRESSION, "", "x ${conformityByRegion}"),
                condition("a constant", Rule.EXPRESSION, "", "true"),
                condition("nothing", Rule.EXPRESSION, "", " "),
                condition("a contrary that JUEL reads otherwise", Rule.EXPRESSION, "", "${!measure == 'x'}"),
                condition("an action", Rule.FACT_UNKNOWN, "", "${deadlines}"),
                condition("parentheses without end", Rule.EXPRESSION, "", "${" + "(".repeat(400) + "}"));
    }

    private static List<HostileModels> otherForms() {
        return List.of(
                userTask("a page as a form", Rule.FOREIGN_FORM, "camunda:formKey=\"embedded:deployment:x.html\""),
                userTask("an address as a form", Rule.FOREIGN_FORM, "camunda:formKey=\"https://exemple.invalid/\""),
                changed(
                        "a form in the diagram, with a validator",
                        Rule.FOREIGN_FORM,
                        "<camunda:properties>",
                        "<camunda:formData><camunda:formField id=\"x\" type=\"string\"><camunda:validation>"
                                + "<camunda:constraint name=\"validator\" config=\"x.Y\"/></camunda:validation>"
                                + "</camunda:formField></camunda:formData><camunda:properties>"),
                changed(
                        "a form to start with",
                        Rule.FOREIGN_FORM,
                        "<bpmn:startEvent id=\"start\"",
                        "<bpmn:startEvent camunda:formKey=\"app:x.html\" id=\"start\""),
                changed(
                        "who started it, as a variable",
                        Rule.ATTRIBUTE,
                        "<bpmn:startEvent id=\"start\"",
                        "<bpmn:startEvent camunda:initiator=\"admissible\" id=\"start\""));
    }

    private static HostileModels bytes(String name, Rule rule, String file, byte[] content) {
        return new HostileModels(name, Map.of(file, content), rule.name());
    }

    private static String typed(String type) {
        return small().xml().replaceFirst("\\?>", "?>" + type);
    }

    private static List<HostileModels> xml() {
        var xml = small().xml();
        return List.of(
                of(
                        "a file of the server",
                        Rule.DOCTYPE,
                        TestModels.none()
                                .with(MAIN, typed("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"))),
                of(
                        "a billion laughs",
                        Rule.DOCTYPE,
                        TestModels.none()
                                .with(
                                        MAIN,
                                        typed("<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c"
                                                        + " \"&b;&b;&b;\">]>")
                                                .replace("Fiche ouverte", "&c;"))),
                of(
                        "a type from another server",
                        Rule.DOCTYPE,
                        TestModels.none()
                                .with(MAIN, typed("<!DOCTYPE x PUBLIC \"-//X\" \"https://exemple.invalid/x.dtd\">"))),
                of(
                        "a type of a parameter",
                        Rule.DOCTYPE,
                        TestModels.none()
                                .with(
                                        MAIN,
                                        typed("<!DOCTYPE x [<!ENTITY % p SYSTEM \"ftp://exemple.invalid\"> %p;]>"))),
                of(
                        "a style sheet",
                        Rule.INSTRUCTION,
                        TestModels.none()
                                .with(MAIN, typed("<?xml-stylesheet href=\"https://exemple.invalid/x.xsl\"?>"))),
                bytes("another encoding", Rule.ENCODING, MAIN, xml.getBytes(StandardCharsets.UTF_16)),
                bytes(
                        "an encoding that hides signs",
                        Rule.ENCODING,
                        MAIN,
                        xml.replace("UTF-8", "UTF-7").getBytes(StandardCharsets.UTF_8)),
                bytes(
                        "an encoding of old computers",
                        Rule.ENCODING,
                        MAIN,
                        xml.replace("UTF-8", "IBM037").getBytes(Charset.forName("IBM037"))),
                bytes(
                        "another version of XML",
                        Rule.ENCODING,
                        MAIN,
                        xml.replace("version=\"1.0\"", "version=\"1.1\"").getBytes(StandardCharsets.UTF_8)),
                bytes("no XML at all", Rule.UNREADABLE, MAIN, "\u0000\u0001PK".getBytes(StandardCharsets.UTF_8)),
                bytes("nothing", Rule.UNREADABLE, MAIN, new byte[0]),
                of(
                        "a schema from another server",
                        Rule.ATTRIBUTE,
                        TestModels.none()
                                .with(
                                        MAIN,
                                        xml.replace(
                                                "targetNamespace=",
                                                "xsi:schemaLocation=\"x https://exemple.invalid/x.xsd\" targetNamespace="))));
    }

    private static List<HostileModels> letters() {
        return List.of(
                changed("a Cyrillic letter in an action", Rule.LOOKALIKE, "ficheDeadline", "fich\u0435Deadline"),
                action(
                        "a Greek letter in an action",
                        Rule.LOOKALIKE,
                        "camunda:delegateExpression=\"${acknοwledgeFiche}\"",
                        ""),
                changed("a wide letter in an id", Rule.LOOKALIKE, "id=\"start\"", "id=\"\uFF53tart\""),
                changed("a mathematical letter", Rule.LOOKALIKE, "Fiche ouverte", "Fiche \uD835\uDC28uverte"),
                changed("an accent in an id", Rule.ID_SYNTAX, "id=\"definitions_essai\"", "id=\"définitions\""),
                changed("a mixed word in a label", Rule.LOOKALIKE, "Fiche ouverte", "Fiche оuverte"),
                changed(
                        "a sign without width in an id",
                        Rule.HIDDEN_CHARACTER,
                        "id=\"definitions_essai\"",
                        "id=\"defi\u200Bnitions\""),
                changed(
                        "a sign that turns the reading around",
                        Rule.HIDDEN_CHARACTER,
                        "Fiche ouverte",
                        "Fiche \u202Eetrevuo"),
                changed("an invisible tag", Rule.HIDDEN_CHARACTER, "Fiche ouverte", "Fiche ouverte\uDB40\uDC41"),
                condition("a look-alike fact", Rule.EXPRESSION, "", "${conformit\u0443ByRegion}"),
                condition("a hidden sign in a code", Rule.EXPRESSION, "", "${measure == '1\u200B'}"),
                changed("a name as long as a book", Rule.TOO_LONG, "Fiche ouverte", "x".repeat(5_000)),
                changed("a very long id", Rule.TOO_LONG, "id=\"definitions_essai\"", "id=\"" + "d".repeat(200) + "\""));
    }

    private static List<HostileModels> sizes() {
        var many = new TestDiagram("essai").start().deposit().end().way("start", "userTask_depositFiche", "end");
        for (var i = 0; i < 300; i++) {
            many.box("endEvent", "end" + i, "Fin", "", "");
        }
        var deep = new StringBuilder();
        for (var i = 0; i < 100; i++) {
            deep.append("<bpmn:subProcess id=\"p").append(i).append("\">");
        }
        deep.append("</bpmn:subProcess>".repeat(100));
        var files = new TreeMap<String, byte[]>();
        for (var i = 0; i < 150; i++) {
            files.put("f" + i + ".form", new byte[0]);
        }
        return List.of(
                diagram("more boxes than anybody can read", Rule.TOO_MANY, many),
                elsewhere("parts in parts", Rule.TOO_DEEP, deep.toString()),
                elsewhere("elements without end", Rule.TOO_MANY, "<bpmn:group id=\"g\"/>".repeat(8_000)),
                bytes("a very large file", Rule.FILE_SIZE, MAIN, new byte[1_100_000]),
                new HostileModels("too many files", files, Rule.BUNDLE_SIZE.name()),
                bytes(
                        "JSON in JSON",
                        Rule.TOO_DEEP,
                        "x.form",
                        ("{\"a\":".repeat(500) + "1" + "}".repeat(500)).getBytes(StandardCharsets.UTF_8)),
                bytes(
                        "values without end",
                        Rule.TOO_MANY,
                        "x.form",
                        ("{\"components\":[" + "1,".repeat(9_000) + "1]}").getBytes(StandardCharsets.UTF_8)));
    }

    private static List<HostileModels> foreign() {
        return List.of(
                elsewhere(
                        "an element of an old namespace that the engine still reads",
                        Rule.NAMESPACE,
                        "<bpmn:serviceTask xmlns:activiti=\"http://activiti.org/bpmn\" id=\"s\" activiti:class=\"x.Y\"/>"),
                elsewhere(
                        "an element of no namespace that the engine takes for its own",
                        Rule.NAMESPACE,
                        "<scriptTask xmlns=\"\" id=\"s\" scriptFormat=\"juel\"><script>x</script></scriptTask>"),
                elsewhere(
                        "an element of another namespace that the engine takes for its own",
                        Rule.NAMESPACE,
                        "<x:scriptTask xmlns:x=\"urn:x\" id=\"s\"/>"),
                inExtensions(
                        "an extension of another engine",
                        Rule.NAMESPACE,
                        "<zeebe:taskDefinition xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" type=\"x\"/>"),
                userTask("an attribute of another namespace", Rule.NAMESPACE, "xmlns:x=\"urn:x\" x:class=\"y\""),
                elsewhere("a case inside", Rule.ELEMENT, "<bpmn:adHocSubProcess id=\"a\"/>"),
                elsewhere("a loop by itself", Rule.ELEMENT, "<bpmn:complexGateway id=\"a\"/>"),
                elsewhere("text where none belongs", Rule.TEXT_PLACE, "<![CDATA[<script>1</script>]]>"),
                changed(
                        "an annotation in HTML",
                        Rule.ATTRIBUTE_VALUE,
                        "<bpmn:startEvent id=\"start\" name=\"Fiche ouverte\" >",
                        "<bpmn:startEvent id=\"start\" name=\"Fiche ouverte\"><bpmn:documentation"
                                + " textFormat=\"text/html\">x</bpmn:documentation>"),
                changed(
                        "a colour that is an address",
                        Rule.ATTRIBUTE_VALUE,
                        "bpmnElement=\"start\"",
                        "bpmnElement=\"start\" xmlns:bioc=\"http://bpmn.io/schema/bpmn/biocolor/1.0\""
                                + " bioc:fill=\"url(https://exemple.invalid/x)\""),
                changed("two elements of one id", Rule.ID_TWICE, "id=\"end\"", "id=\"start\""));
    }

    private static HostileModels cell(String name, Rule rule, String text) {
        return of(
                name,
                rule,
                TestModels.shipped()
                        .replace(
                                "juryRouting.dmn",
                                "<text>true</text>",
                                "<text>" + text.replace("<", "&lt;") + "</text>"));
    }

    private static HostileModels routing(String name, Rule rule, String piece, String by) {
        return of(name, rule, TestModels.shipped().replace("juryRouting.dmn", piece, by));
    }

    private static List<HostileModels> tables() {
        return List.of(
                cell(
                        "Java from FEEL",
                        Rule.FEEL_UNREADABLE,
                        "function(x) external { java: { class: \"java.lang.Runtime\", method signature: \"exec(java.lang.String)\" } }"),
                cell("a function of its own", Rule.FEEL_FORBIDDEN, "function(x) x"),
                cell("a loop without end", Rule.FEEL_FORBIDDEN, "count(for i in 1..1000000000 return i) > 0"),
                cell("a loop over a condition", Rule.FEEL_FORBIDDEN, "some i in [1, 2] satisfies i > 1"),
                cell("a number as large as the memory", Rule.FEEL_FORBIDDEN, "10 ** 1000000000 > 0"),
                cell("a pattern that takes for ever", Rule.FEEL_FORBIDDEN, "matches(scale, \"(a+)+$\")"),
                cell("the time of day", Rule.FEEL_FORBIDDEN, "now() > date(\"2026-01-01\")"),
                cell("a context", Rule.FEEL_FORBIDDEN, "{a: 1}.a = 1"),
                cell("a filter", Rule.FEEL_FORBIDDEN, "[1, 2][item > 1] = [2]"),
                cell("brackets that take the parser for ever", Rule.FEEL_UNREADABLE, "(".repeat(40) + "1 +"),
                cell(
                        "brackets hidden by comments",
                        Rule.FEEL_UNREADABLE,
                        "(((((/* ))))) */(((((/* ))))) */(((((/* ))))) */1 +"),
                cell("brackets hidden by texts", Rule.FEEL_UNREADABLE, "((((\"))))\" + ((((\"))))\" + ((((1 +"),
                routing(
                        "a decision in JUEL",
                        Rule.ATTRIBUTE_VALUE,
                        "<inputEntry id=\"ROUTE_01_in02\">",
                        "<inputEntry id=\"ROUTE_01_in02\" expressionLanguage=\"juel\">"),
                routing(
                        "a decision in a script",
                        Rule.ATTRIBUTE_VALUE,
                        "<outputEntry id=\"ROUTE_01_route\">",
                        "<outputEntry id=\"ROUTE_01_route\" expressionLanguage=\"javascript\">"),
                routing(
                        "a language for the whole file",
                        Rule.ATTRIBUTE_VALUE,
                        "namespace=\"https://ruche.example",
                        "expressionLanguage=\"groovy\" namespace=\"https://ruche.example"),
                of(
                        "an expression without a table",
                        Rule.ELEMENT,
                        TestModels.shipped().with("x.dmn", """
                                        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x">
                                          <decision id="juryRoute" name="x"><literalExpression id="l"><text>1</text></literalExpression></decision>
                                        </definitions>""")),
                of(
                        "knowledge of its own",
                        Rule.CODE,
                        TestModels.shipped()
                                .replace(
                                        "juryRouting.dmn",
                                        "</definitions>",
                                        "<businessKnowledgeModel id=\"b\" name=\"b\"/></definitions>")),
                routing(
                        "a variable renamed in a cell",
                        Rule.VARIABLES,
                        "<input id=\"juryRouting_in01\"",
                        "<input xmlns:camunda=\"http://camunda.org/schema/1.0/dmn\" camunda:inputVariable=\"x\""
                                + " id=\"juryRouting_in01\""),
                routing(
                        "an expression of the engine in a text",
                        Rule.EXPRESSION_PLACE,
                        "\"001 l.23\"",
                        "\"" + REFLECTION + "\""),
                of(
                        "entities in a table",
                        Rule.DOCTYPE,
                        TestModels.shipped()
                                .change(
                                        "juryRouting.dmn",
                                        text -> text.replaceFirst(
                                                "\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"))),
                of(
                        "a table of an older standard, which the engine reads too",
                        Rule.NAMESPACE,
                        TestModels.shipped()
                                .replace(
                                        "juryRouting.dmn",
                                        "https://www.omg.org/spec/DMN/20191111/MODEL/",
                                        "http://www.omg.org/spec/DMN/20151101/dmn.xsd")));
    }

    private static HostileModels form(String name, Rule rule, String piece, String by) {
        return of(name, rule, TestModels.shipped().replace("checkCompleteness.form", piece, by));
    }

    private static HostileModels text(String name, Rule rule, String text) {
        return form(name, rule, "Toutes les pièces demandées par l’appel sont jointes.", text);
    }

    private static HostileModels component(String name, Rule rule, String json) {
        return form(name, rule, "\"components\": [", "\"components\": [" + json + ",");
    }

    private static List<HostileModels> forms() {
        return List.of(
                component("HTML", Rule.FORM_COMPONENT, "{\"type\":\"html\",\"id\":\"h\",\"content\":\"<b>x</b>\"}"),
                component(
                        "a page in the page",
                        Rule.FORM_COMPONENT,
                        "{\"type\":\"iframe\",\"id\":\"h\",\"url\":\"https://exemple.invalid/\"}"),
                component(
                        "a picture from elsewhere",
                        Rule.FORM_COMPONENT,
                        "{\"type\":\"image\",\"id\":\"h\",\"source\":\"https://exemple.invalid/x.png\"}"),
                component("files", Rule.FORM_COMPONENT, "{\"type\":\"filepicker\",\"id\":\"h\",\"key\":\"f\"}"),
                component("a document", Rule.FORM_COMPONENT, "{\"type\":\"documentPreview\",\"id\":\"h\"}"),
                component(
                        "a calculation",
                        Rule.FORM_COMPONENT,
                        "{\"type\":\"expression\",\"id\":\"h\",\"expression\":\"=1\"}"),
                component("a component of no type", Rule.FORM_COMPONENT, "{\"id\":\"h\"}"),
                text("a script in a text", Rule.FORM_HTML, "<script>alert(1)</script>"),
                text("an event in a text", Rule.FORM_HTML, "<img src=x onerror=alert(1)>"),
                text("HTML in disguise", Rule.FORM_HTML, "&#60;script&#62;"),
                text("a script as a link", Rule.FORM_LINK, "[Lire](javascript:alert(1))"),
                text("a script as a link in disguise", Rule.FORM_LINK, "[Lire](java\\tscript:alert(1))"),
                text("a link to elsewhere", Rule.FORM_LINK, "[Lire](https://exemple.invalid/)"),
                text("a link without a scheme", Rule.FORM_LINK, "[Lire](//exemple.invalid/)"),
                text("a link by reference", Rule.FORM_LINK, "[Lire][x]\\n\\n[x]: https://exemple.invalid/"),
                text("a bare link", Rule.FORM_LINK, "Voir https://exemple.invalid/"),
                text("a bare link without a scheme", Rule.FORM_LINK, "Voir www.exemple.invalid"),
                text("a link in angles", Rule.FORM_HTML, "Voir <https://exemple.invalid/>"),
                text("a picture", Rule.FORM_LINK, "![x](https://exemple.invalid/x.png)"),
                text("a data address", Rule.FORM_LINK, "[Lire](data:text/html,x)"),
                text("a link to a name that is no link", Rule.FORM_LINK, "[Lire]({{projectTitle}})"),
                text("a loop in a text", Rule.FORM_TEMPLATE, "{{#loop missingDocuments}}{{this}}{{/loop}}"),
                text("an expression in a text", Rule.FORM_TEMPLATE, "{{string(1 + 1)}}"),
                form("HTML in a label", Rule.FORM_HTML, "\"label\": \"Motif\"", "\"label\": \"<b>Motif</b>\""),
                form(
                        "a link in a description",
                        Rule.FORM_LINK,
                        "Dites quelles pièces sont attendues",
                        "Voir https://exemple.invalid"),
                form(
                        "a pattern that takes for ever",
                        Rule.FORM_PATTERN,
                        "\"maxLength\": 4000",
                        "\"maxLength\": 400, \"pattern\": \"^(a+)+$\""),
                form(
                        "a pattern with branches that takes for ever",
                        Rule.FORM_PATTERN,
                        "\"maxLength\": 4000",
                        "\"maxLength\": 400, \"pattern\": \"^(?:a|aa)*$\""),
                form(
                        "a pattern that looks back",
                        Rule.FORM_PATTERN,
                        "\"maxLength\": 4000",
                        "\"maxLength\": 400, \"pattern\": \"(a*)\\\\1\""),
                form(
                        "options from elsewhere",
                        Rule.FORM_PROPERTY,
                        "\"type\": \"radio\",",
                        "\"type\": \"radio\", \"valuesExpression\": \"=x\","),
                form(
                        "a condition that runs a function",
                        Rule.FEEL_FORBIDDEN,
                        "=not(documentsMissing)",
                        "=some x in [documentsMissing] satisfies x"),
                form(
                        "an expression where the server needs a value",
                        Rule.FORM_PROPERTY,
                        "\"required\": true,",
                        "\"required\": \"=false\","),
                form(
                        "an unknown property",
                        Rule.FORM_PROPERTY,
                        "\"type\": \"textarea\",",
                        "\"type\": \"textarea\", \"onchange\": \"x\","),
                form(
                        "a group with a path",
                        Rule.FORM_PROPERTY,
                        "\"components\": [",
                        "\"components\": [{\"type\":\"group\",\"id\":\"g\",\"path\":\"p\",\"components\":[]},"),
                form(
                        "one name twice",
                        Rule.UNREADABLE,
                        "\"type\": \"radio\",",
                        "\"type\": \"html\", \"type\": \"radio\","),
                form(
                        "something behind it",
                        Rule.UNREADABLE,
                        "\"schemaVersion\": 16",
                        "\"schemaVersion\": 16}{\"x\": 1"),
                form(
                        "a hidden sign in a key",
                        Rule.HIDDEN_CHARACTER,
                        "\"key\": \"completenessReason\"",
                        "\"key\": \"completenessReason\u200B\""),
                form(
                        "a look-alike key",
                        Rule.LOOKALIKE,
                        "\"key\": \"completenessReason\"",
                        "\"key\": \"complet\u0435nessReason\""));
    }

    private static HostileModels named(String name, String file) {
        return new HostileModels(
                name, Map.of(file, small().xml().getBytes(StandardCharsets.UTF_8)), Rule.FILE_NAME.name());
    }

    private static List<HostileModels> names() {
        return List.of(
                named("the other name that the engine reads", "essai.bpmn20.xml"),
                named("a table under its other name", "essai.dmn11.xml"),
                named("a case", "essai.cmmn"),
                named("a page", "essai.html"),
                named("a script", "essai.js"),
                named("a text that could be referred to", "essai.txt"),
                named("an archive", "essai.zip"),
                named("a picture", "essai.svg"),
                named("a folder", "bpmn/essai.bpmn"),
                named("a way out of the folder", "../essai.bpmn"),
                named("a hidden file", ".bpmn"),
                named("capitals that the engine does not read", "essai.BPMN"),
                named("a look-alike name", "\u0435ssai.bpmn"),
                named("a name with a hidden sign", "essai\u200B.bpmn"),
                new HostileModels(
                        "one process in two files",
                        Map.of(
                                "essai.bpmn", small().xml().getBytes(StandardCharsets.UTF_8),
                                "other.bpmn", small().xml().getBytes(StandardCharsets.UTF_8)),
                        Rule.ID_TWICE.name()));
    }
}
