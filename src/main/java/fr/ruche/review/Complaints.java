package fr.ruche.review;

import java.util.ArrayList;
import java.util.List;

/** What is found in one file, as it is found. */
final class Complaints {

    /** Of a file that is wrong everywhere, nobody reads more. */
    private static final int MOST = 200;

    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    Complaints(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    List<Finding> findings() {
        return findings;
    }

    void add(Rule rule, String element, int line, Object... arguments) {
        if (findings.size() >= MOST) {
            return;
        }
        var shown = new Object[arguments.length];
        for (var i = 0; i < arguments.length; i++) {
            shown[i] = Characters.shown(String.valueOf(arguments[i]));
        }
        var found = rule.at(Characters.shown(file), Characters.shown(element), line, shown);
        if (!findings.contains(found)) {
            findings.add(found);
        }
    }

    void add(Rule rule, Node at, Object... arguments) {
        add(rule, at.place(), at.line(), arguments);
    }

    void whole(Rule rule, Object... arguments) {
        add(rule, "", 0, arguments);
    }
}
