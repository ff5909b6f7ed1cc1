package fr.ruche.workflow;

import fr.ruche.review.Subject;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/**
 * A bean that a model may name. The bean name is the box of the diagram: {@code serviceTask_acknowledgeFiche} calls
 * {@code ${acknowledgeFiche}}. Nothing else can be reached from a model. What modellers read of it is in
 * {@code messages.properties}, {@code action.<name>} and {@code action.<name>.does}.
 */
@Documented
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProcessAction {

    /** What the business key of its process names. */
    Subject about() default Subject.DOSSIER;
}
