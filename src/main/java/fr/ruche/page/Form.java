package fr.ruche.page;

import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/** A form that was sent; a method of a {@link Page} takes it as a parameter and says how it is answered. */
public final class Form {

    private static final String TYPED = "typed";
    private static final String FAULTS = "faults";

    private final Typed typed;
    private final ModelMap model;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Form(Typed typed, ModelMap model, HttpServletRequest request, HttpServletResponse response) {
        this.typed = typed;
        this.model = model;
        this.request = request;
        this.response = response;
    }

    /** Makes the page ready to show a form that nobody has sent yet; one that is shown again stays as it was typed. */
    public static void ready(Model model, Typed known) {
        if (!model.containsAttribute(TYPED)) {
            model.addAttribute(TYPED, known);
            model.addAttribute(FAULTS, Faults.none());
        }
    }

    /** As it was typed. */
    public Typed typed() {
        return typed;
    }

    /**
     * Does what the form asks and sends the browser on, where it reads once what was done. A refusal shows the page
     * again exactly as it was typed, with what is wrong.
     *
     * @param done ends the key of the sentence, {@code done.session.put}
     * @param work gives the address of the next page
     * @param again shows the page of the form
     */
    public String answer(String done, Function<Typed, String> work, Supplier<String> again) {
        try {
            var next = work.apply(typed);
            RequestContextUtils.getOutputFlashMap(request).put("done", done);
            return "redirect:" + next;
        } catch (Rejected rejected) {
            return refused(HttpServletResponse.SC_BAD_REQUEST, rejected.faults(), again);
        } catch (Conflict conflict) {
            return refused(
                    HttpServletResponse.SC_CONFLICT,
                    List.of(new Fault("", "CONFLICT", String.valueOf(conflict.getMessage()))),
                    again);
        }
    }

    /**
     * Shows something of what was typed, without any change. A refusal shows the page again as it was typed, with what
     * is wrong.
     *
     * @param work gives what is shown: the name of a template, or an answer of another kind
     */
    public Object show(Function<Typed, Object> work, Supplier<String> again) {
        try {
            return work.apply(typed);
        } catch (Rejected rejected) {
            return refused(HttpServletResponse.SC_BAD_REQUEST, rejected.faults(), again);
        }
    }

    /** Shows the page again as it was typed, because it asks for something more. */
    public String again(Supplier<String> page) {
        model.addAttribute(TYPED, typed);
        model.addAttribute(FAULTS, Faults.none());
        return page.get();
    }

    /** Hands something to the next page, which reads it once. */
    public void tell(String name, Object value) {
        RequestContextUtils.getOutputFlashMap(request).put(name, value);
    }

    private String refused(int status, List<Fault> faults, Supplier<String> again) {
        response.setStatus(status);
        model.addAttribute(TYPED, typed);
        model.addAttribute(FAULTS, new Faults(faults));
        return again.get();
    }
}
