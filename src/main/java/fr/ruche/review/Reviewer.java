package fr.ruche.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds models against all that they may say. It is given a bundle as it would be deployed, and says everything that is
 * wrong with it at once; it never throws because of what a file holds.
 */
public final class Reviewer {

    private static final Logger LOG = LoggerFactory.getLogger(Reviewer.class);

    private static final Pattern FILE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*\\.(bpmn|dmn|form)");

    private final Vocabulary words;
    private final Limits limits;
    private final FormTexts texts;
    private final FeelReader feel;

    /** @param hosts to which a form may link by {@code https}, beyond the pages of Ruche */
    public Reviewer(Vocabulary words, Limits limits, Set<String> hosts, FeelReader feel) {
        this.words = words;
        this.limits = limits;
        this.texts = new FormTexts(hosts);
        this.feel = feel;
    }

    /** @param bundle all that would be deployed together: content by file name */
    public Review review(Map<String, byte[]> bundle) {
        var sizes = new Complaints("");
        var bytes =
                bundle.values().stream().mapToLong(content -> content.length).sum();
        if (bundle.size() > limits.files() || bytes > limits.bundleBytes()) {
            sizes.whole(Rule.BUNDLE_SIZE, bundle.size(), bytes, limits.files(), limits.bundleBytes());
            return new Review(sizes.findings());
        }
        return new Bundle(bundle).review();
    }

    /**
     * Only what could do harm, in a file that was deployed already: a model that no longer fits the program goes on to
     * serve the dossiers that follow it.
     */
    public Review safety(String name, byte[] content) {
        var complaints = new Complaints(name);
        guarded(complaints, () -> {
            if (name.endsWith(".bpmn")) {
                Diagram.safe(content, limits, complaints);
            } else if (name.endsWith(".dmn")) {
                Tables.safe(content, limits, complaints)
                        .ifPresent(root -> Tables.evaluated(root, new FeelTexts(feel, limits, complaints)));
            } else if (name.endsWith(".form")) {
                Form.safe(content, limits, texts, new FeelTexts(feel, limits, complaints), complaints);
            } else {
                complaints.whole(Rule.FILE_NAME, name);
            }
        });
        return new Review(complaints.findings().stream()
                .filter(finding -> Rule.valueOf(finding.code()).safety())
                .toList());
    }

    /** A fault of ours in reading a file refuses the file: what could not be looked at is not let in. */
    private static void guarded(Complaints complaints, Runnable look) {
        try {
            look.run();
        } catch (RuntimeException | StackOverflowError failed) {
            LOG.error("The review of {} failed", Characters.shown(complaints.file()), failed);
            complaints.whole(Rule.REVIEW_FAILED);
        }
    }

    /** The files of one deployment, read once and held against each other. */
    private final class Bundle {

        private final Map<String, Complaints> complaints = new TreeMap<>();
        private final Map<String, Diagram> diagrams = new LinkedHashMap<>();
        private final Map<String, Tables> tables = new LinkedHashMap<>();
        private final Map<String, Form> forms = new LinkedHashMap<>();
        private final Map<String, FeelTexts> feels = new HashMap<>();
        private final Map<String, Decision> decisions = new LinkedHashMap<>();
        private final FormUses uses = new FormUses();
        private final Map<String, List<ColumnWord>> facts = new HashMap<>();

        private Bundle(Map<String, byte[]> bundle) {
            bundle.forEach((name, content) -> {
                var found = new Complaints(name);
                complaints.put(name, found);
                guarded(found, () -> read(name, content, found));
            });
        }

        private void read(String name, byte[] content, Complaints found) {
            if (!FILE.matcher(name).matches() || name.length() > limits.nameLength()) {
                found.whole(Rule.FILE_NAME, name);
                return;
            }
            var reader = new FeelTexts(feel, limits, found);
            feels.put(name, reader);
            if (name.endsWith(".bpmn")) {
                Diagram.safe(content, limits, found)
                        .flatMap(root -> Diagram.of(root, limits, found))
                        .ifPresent(diagram -> diagrams.put(name, diagram));
            } else if (name.endsWith(".dmn")) {
                Tables.safe(content, limits, found)
                        .map(root -> Tables.of(root, found))
                        .ifPresent(read -> tables.put(name, read));
            } else {
                Form.safe(content, limits, texts, reader, found).ifPresent(form -> forms.put(name, form));
            }
        }

        private Review review() {
            once();
            diagrams.forEach((name, diagram) -> guarded(complaints(name), () -> check(diagram, complaints(name))));
            tables.forEach((name, read) -> read.decisions()
                    .values()
                    .forEach(decision -> guarded(complaints(name), () -> check(read, decision))));
            forms.forEach((name, form) -> guarded(
                    complaints(name),
                    () -> form.check(
                            uses.stepsOf(form.id()), unreadDiagram() || uses.shows(form.id()), words.taken())));
            return new Review(complaints.values().stream()
                    .flatMap(one -> one.findings().stream())
                    .sorted(Comparator.comparing(Finding::file).thenComparingInt(Finding::line))
                    .toList());
        }

        /** What it shows is then not known. */
        private boolean unreadDiagram() {
            return complaints.keySet().stream()
                            .filter(name -> name.endsWith(".bpmn"))
                            .count()
                    > diagrams.size();
        }

        private Complaints complaints(String name) {
            return complaints.computeIfAbsent(name, Complaints::new);
        }

        /** The engine knows a process, a decision and a form by its id alone. */
        private void once() {
            var processes = new HashSet<String>();
            diagrams.forEach((name, diagram) -> {
                if (!processes.add(diagram.process().id())) {
                    complaints(name)
                            .add(
                                    Rule.ID_TWICE,
                                    diagram.process(),
                                    diagram.process().id());
                }
            });
            tables.forEach((name, read) -> read.decisions().forEach((id, decision) -> {
                if (decisions.putIfAbsent(id, decision) != null) {
                    complaints(name).add(Rule.ID_TWICE, decision.node(), id);
                }
            }));
            var ids = new HashSet<String>();
            forms.forEach((name, form) -> {
                if (!ids.add(form.id())) {
                    complaints(name).whole(Rule.ID_TWICE, form.id());
                }
            });
        }

        private void check(Diagram diagram, Complaints found) {
            var known = new LinkedHashMap<String, FactWord>();
            words.facts().forEach(fact -> known.put(fact.name(), fact));
            diagram.all("businessRuleTask").forEach(box -> {
                var variable = box.node().attribute("camunda:resultVariable");
                Optional.ofNullable(decisions.get(box.node().attribute("camunda:decisionRef")))
                        .flatMap(decision -> decision.fact(variable, box.id()))
                        .ifPresent(fact -> known.putIfAbsent(variable, fact));
            });
            var present = new HashSet<String>();
            forms.values().forEach(form -> present.add(form.id()));
            DiagramWords.check(diagram, words, new DiagramWords.Files(present, decisions, uses), found);
            DiagramLint.check(diagram, found);
            DiagramConditions.check(diagram, known, found);
            DiagramFacts.check(diagram, words, known, (decision, names) -> asked(decision, names, known), found);
            DiagramWays.check(diagram, found);
            Drawing.check(diagram, found);
        }

        /** Asked from several places, a decision reads what is known at each of them. */
        private void asked(String decision, Set<String> names, Map<String, FactWord> known) {
            var here = names.stream()
                    .flatMap(name -> Optional.ofNullable(known.get(name)).stream())
                    .map(fact -> new ColumnWord(fact.name(), fact.type(), fact.values()))
                    .toList();
            facts.merge(decision, here, (before, more) -> {
                var both = new ArrayList<>(before);
                both.retainAll(more);
                return both;
            });
        }

        private void check(Tables read, Decision decision) {
            var found = complaints(decision.file());
            var contract = words.table(decision.id());
            var names = read.names(decision, words, facts);
            if (names.isEmpty()) {
                found.add(Rule.TABLE_UNKNOWN, decision.node(), decision.label());
                return;
            }
            TableCheck.check(
                    decision,
                    names.get(),
                    contract,
                    contract.isPresent() || facts.containsKey(decision.id()),
                    limits,
                    feels.computeIfAbsent(decision.file(), file -> new FeelTexts(feel, limits, found)),
                    found);
        }
    }
}
