package fr.ruche.workflow;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;

/**
 * A way in that {@code docs/security.md} lists. Run against an engine, it reaches {@link Breach} or it does not; how
 * the engine says no does not matter.
 *
 * @param gateOnly nothing but the gate before deployments stops it
 */
record Attack(String name, boolean gateOnly, Try attempt) {

    interface Try {
        void on(ProcessEngine engine) throws Exception;
    }

    boolean succeeds(ProcessEngine engine) {
        var before = Breach.REACHED.get();
        try {
            attempt.on(engine);
        } catch (Exception refused) {
            return Breach.REACHED.get() > before;
        }
        return Breach.REACHED.get() > before;
    }

    /** Deploys a process with this content and starts it. */
    static Attack byProcess(String name, String content) {
        return new Attack(name, false, engine -> deployAndRun(engine, content));
    }

    static Attack atTheGate(String name, String content) {
        return new Attack(name, true, engine -> deployAndRun(engine, content));
    }

    static void deployAndRun(ProcessEngine engine, String content) {
        Deployment deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("attack.bpmn", process(content))
                .deploy();
        try {
            engine.getRuntimeService().startProcessInstanceByKey("attack", Map.of("text", "some text"));
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
    }

    /** A description that is whatever the entity {@code e} stands for. */
    static final String NAMED_BY_ENTITY = "<bpmn:documentation>&e;</bpmn:documentation><bpmn:startEvent id=\"start\"/>";

    static String withDoctype(String type, String model) {
        return model.replaceFirst("\\?>", "?>" + type);
    }

    /** A task that does something, between a start and an end. */
    static String task(String attributes, String content) {
        return """
                <bpmn:startEvent id="start"/>
                <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
                <bpmn:serviceTask id="task" %s>%s</bpmn:serviceTask>
                <bpmn:sequenceFlow id="f2" sourceRef="task" targetRef="end"/>
                <bpmn:endEvent id="end"/>
                """.formatted(attributes, content);
    }

    static String process(String content) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="attack">
                  <bpmn:process id="attack" isExecutable="true" camunda:historyTimeToLive="P1D">%s</bpmn:process>
                </bpmn:definitions>
                """.formatted(content);
    }
}
