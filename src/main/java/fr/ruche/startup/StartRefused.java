package fr.ruche.startup;

/** The program cannot start for a reason that its operator can cure. Shown as one line, without a stack trace. */
public class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String cure;

    /**
     * @param problem what is wrong, a French sentence
     * @param cure what to do about it, a French sentence
     */
    public StartRefused(String problem, String cure) {
        super(problem);
        this.cure = cure;
    }

    public String problem() {
        return String.valueOf(getMessage());
    }

    public String cure() {
        return cure;
    }
}
