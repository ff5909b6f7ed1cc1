package fr.ruche.workshop.web;

import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actors;
import fr.ruche.review.Finding;
import fr.ruche.review.Vocabulary;
import fr.ruche.workshop.Workshop;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Models before they are deployed, for modellers, managers and administrators. */
@RestController
@RequestMapping("/api/v1/models")
@Tag(name = "Modèles")
class ModelController {

    private final Workshop workshop;
    private final Actors actors;

    ModelController(Workshop workshop, Actors actors) {
        this.workshop = workshop;
        this.actors = actors;
    }

    @GetMapping("/vocabulary")
    @Operation(
            summary = "Vocabulaire des modèles",
            description =
                    "Tout ce qu’un diagramme, une table ou un formulaire peut nommer : actions, échéances, faits et"
                            + " leurs valeurs, étapes et leurs champs, groupes, messages, tables, composants de formulaire. Il est"
                            + " tiré du programme : la porte des déploiements s’y tient. Réservé aux modeleurs, gestionnaires et"
                            + " administrateurs.")
    Vocabulary vocabulary() {
        return workshop.vocabulary(actors.required());
    }

    @PostMapping(value = "/review", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Examiner des modèles sans les déployer",
            description =
                    "Envoyez en une fois tout ce qui se déploierait ensemble (`files`, un par fichier .bpmn, .dmn ou"
                            + " .form). La réponse dit tout ce que la porte des déploiements y trouve : où, pourquoi, et comment le"
                            + " mettre au point. Une erreur refuse le déploiement, un avertissement non. Rien n’est gardé. Réservé"
                            + " aux modeleurs, gestionnaires et administrateurs.")
    Reviewed review(@RequestPart("files") List<MultipartFile> files) throws IOException {
        var bundle = new LinkedHashMap<String, byte[]>();
        for (var file : files) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            if (bundle.put(name, file.getBytes()) != null) {
                throw Rejected.because("files", "TWICE", Sentences.of("workshop.twice", name));
            }
        }
        return reviewed(bundle);
    }

    private Reviewed reviewed(Map<String, byte[]> bundle) {
        var review = workshop.review(bundle, actors.required());
        return new Reviewed(review.accepted(), review.findings());
    }

    /**
     * @param accepted whether the bundle could be deployed
     * @param findings by file and line
     */
    @Schema(description = "Ce que la porte des déploiements dit d’un ensemble de modèles.")
    record Reviewed(boolean accepted, List<Finding> findings) {}
}
