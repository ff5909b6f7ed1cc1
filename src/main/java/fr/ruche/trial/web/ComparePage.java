package fr.ruche.trial.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actors;
import fr.ruche.page.Choice;
import fr.ruche.page.Crumb;
import fr.ruche.page.Form;
import fr.ruche.page.Page;
import fr.ruche.page.Texts;
import fr.ruche.page.Typed;
import fr.ruche.review.Difference;
import fr.ruche.trial.Comparisons;
import fr.ruche.trial.Comparisons.Compared;
import fr.ruche.workshop.ProgrammeVersions;
import fr.ruche.workshop.VersionView;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What changes from one version to another: in words, in the tables, and on the diagrams where there is a script. */
@Page
class ComparePage {

    private static final String WORKSHOP = "/bureau/atelier";

    private final Comparisons comparisons;
    private final ProgrammeVersions versions;
    private final Actors actors;
    private final Texts texts;
    private final ObjectMapper json;

    ComparePage(Comparisons comparisons, ProgrammeVersions versions, Actors actors, Texts texts, ObjectMapper json) {
        this.comparisons = comparisons;
        this.versions = versions;
        this.actors = actors;
        this.texts = texts;
        this.json = json;
    }

    /** @param avec the version that comes before; without it, the one from which this one was made */
    @GetMapping(WORKSHOP + "/{id}/comparer")
    String show(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID avec, Model model)
            throws IOException {
        var me = actors.required();
        var version = versions.get(id, me);
        var with = avec == null ? version.basis() : avec;
        model.addAttribute("version", version);
        model.addAttribute("others", others(version));
        if (with != null) {
            var compared = comparisons.compare(id, with, me);
            model.addAttribute("compared", compared);
            model.addAttribute("changes", byFile(compared, false));
            model.addAttribute("moves", byFile(compared, true));
            model.addAttribute("drawn", json.writeValueAsString(drawn(compared)));
            model.addAttribute("texts", json.writeValueAsString(Sentences.beginning("editor.")));
        }
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(WORKSHOP, texts.of("workshop.title")),
                        new Crumb(WORKSHOP + "/" + id, texts.of("compare.version", version.number()))));
        Form.ready(model, Typed.empty().put("avec", with == null ? "" : with.toString()));
        return "workshop/compare";
    }

    private List<Choice> others(VersionView version) {
        return versions.programme(version.programme(), actors.required()).versions().stream()
                .filter(other -> !other.id().equals(version.id()))
                .map(other -> new Choice(other.id().toString(), texts.of("compare.version", other.number())))
                .toList();
    }

    /** What is only drawn elsewhere is said apart. */
    private static Map<String, List<Difference>> byFile(Compared compared, boolean moved) {
        return compared.differences().stream()
                .filter(one -> moved
                        == (one.kind() == Difference.Kind.MOVED && !one.file().endsWith(".dmn")))
                .collect(Collectors.groupingBy(Difference::file, LinkedHashMap::new, Collectors.toList()));
    }

    private static Drawn drawn(Compared compared) {
        return new Drawn(compared.differences().stream()
                .filter(one -> one.file().endsWith(".bpmn") && !one.element().isEmpty())
                .collect(Collectors.groupingBy(Difference::file, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(file -> new DrawnFile(
                        file.getKey(),
                        raw(compared.before(), file.getKey()),
                        raw(compared.after(), file.getKey()),
                        file.getValue().stream()
                                .map(one -> new Mark(one.element(), one.kind()))
                                .distinct()
                                .toList()))
                .toList());
    }

    private static String raw(VersionView version, String file) {
        return "/api/v1/workshop/versions/" + version.id() + "/files/" + file;
    }

    record Drawn(List<DrawnFile> files) {}

    record DrawnFile(String name, String before, String after, List<Mark> marks) {}

    record Mark(String element, Difference.Kind kind) {}
}
