package fr.ruche.workshop;

import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.workshop.RequestTables.CommentRow;
import fr.ruche.workshop.VersionTables.VersionRow;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What modellers and managers say about the files of a version. It changes no file, and voids no request. */
@Service
public class Comments {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_ID = 200;

    private final ProgrammeVersions versions;
    private final VersionTables tables;
    private final RequestTables requests;
    private final Actors actors;
    private final Clock clock;

    Comments(ProgrammeVersions versions, VersionTables tables, RequestTables requests, Actors actors, Clock clock) {
        this.versions = versions;
        this.tables = tables;
        this.requests = requests;
        this.actors = actors;
        this.clock = clock;
    }

    /** The oldest first. @throws NotFound when there is no such version; @throws Forbidden for whoever may not read */
    @Transactional(readOnly = true)
    public List<Comment> of(UUID version, Actor by) {
        Door.mayRead(by);
        find(version);
        var people = new People(actors);
        return requests.comments(version).stream()
                .map(one -> comment(one, people))
                .toList();
    }

    /**
     * @param file bare name of a file of the version, empty for the version as a whole
     * @param element id of an element in it, null for the file as a whole
     * @throws Rejected naming {@code file}, {@code element} or {@code text}
     * @throws Forbidden for whoever is neither a modeller nor a manager
     */
    @Transactional
    public Comment say(UUID version, String file, @Nullable String element, String text, Actor by) {
        Door.maySpeak(by);
        var found = find(version);
        var faults = new ArrayList<Fault>();
        if (!file.isEmpty() && tables.file(version, file).isEmpty()) {
            faults.add(new Fault("file", "UNKNOWN", Sentences.of("workshop.file.unknown", Bundle.shown(file))));
        }
        if (element != null && (element.length() > LONGEST_ID || !element.matches("[\\w.-]+"))) {
            faults.add(new Fault("element", "ID", Sentences.of("workshop.comment.element")));
        }
        var said = text.strip();
        if (said.isEmpty()) {
            faults.add(new Fault("text", "REQUIRED", Sentences.of("workshop.comment.required")));
        }
        if (said.length() > LONGEST) {
            faults.add(new Fault("text", "LENGTH", Sentences.of("workshop.text.long", LONGEST)));
        }
        Rejected.ifAny(faults);
        var id = requests.say(version, file, element, said, by.username(), clock.instant());
        versions.tell(found, "MODEL_COMMENTED", "workshop.deed.commented", file.isEmpty() ? "–" : file);
        return get(id);
    }

    /** Marks a comment as done; nothing happens when it is. @throws NotFound when there is no such comment */
    @Transactional
    public Comment done(UUID comment, Actor by) {
        Door.maySpeak(by);
        var found = get(comment);
        if (found.doneAt() == null) {
            requests.done(comment, by.username(), clock.instant());
            versions.tell(
                    find(found.version()),
                    "MODEL_COMMENT_DONE",
                    "workshop.deed.commentDone",
                    found.file().isEmpty() ? "–" : found.file());
        }
        return get(comment);
    }

    private Comment get(UUID id) {
        return comment(
                requests.comment(id).orElseThrow(() -> new NotFound(Sentences.of("workshop.comment.unknown"))),
                new People(actors));
    }

    private VersionRow find(UUID version) {
        return tables.find(version).orElseThrow(ProgrammeVersions::unknown);
    }

    private static Comment comment(CommentRow row, People people) {
        return new Comment(
                row.id(),
                row.version(),
                row.file(),
                row.element(),
                row.text(),
                people.name(row.by()),
                row.at(),
                people.nameOf(row.doneBy()),
                row.doneAt());
    }
}
