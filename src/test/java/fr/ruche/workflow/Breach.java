package fr.ruche.workflow;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidator;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidatorContext;

/** What an attacker would have run: it counts that it was reached. */
public class Breach implements JavaDelegate, FormFieldValidator {

    static final AtomicInteger REACHED = new AtomicInteger();

    public Breach() {
        REACHED.incrementAndGet();
    }

    /** Stands for any bean of the program that no model is meant to name. */
    public static final class Secret {

        public String leak() {
            REACHED.incrementAndGet();
            return "leaked";
        }
    }

    /** A form handler of an attacker's choice. */
    public static final class Handler extends DefaultTaskFormHandler {

        public Handler() {
            REACHED.incrementAndGet();
        }
    }

    @Override
    public void execute(DelegateExecution execution) {}

    @Override
    public boolean validate(Object submitted, FormFieldValidatorContext context) {
        return true;
    }

    static List<String> reflection() {
        return List.of(
                "${''.getClass().forName('fr.ruche.workflow.Breach').newInstance()}",
                "#{''['class'].forName('fr.ruche.workflow.Breach').newInstance()}");
    }
}
