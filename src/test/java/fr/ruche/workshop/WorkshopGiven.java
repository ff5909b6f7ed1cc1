package fr.ruche.workshop;

import fr.ruche.TestAccounts;
import fr.ruche.identity.Actor;
import fr.ruche.identity.Actors;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Programmes that a test may count on, each its own, and the people who work at them. */
@Component
public class WorkshopGiven {

    private final ProgrammeVersions versions;
    private final Approvals approvals;
    private final TestAccounts accounts;
    private final Actors actors;

    WorkshopGiven(ProgrammeVersions versions, Approvals approvals, TestAccounts accounts, Actors actors) {
        this.versions = versions;
        this.approvals = approvals;
        this.accounts = accounts;
        this.actors = actors;
    }

    /** A code that no other test has, which may be the id of a process too. */
    public static String code() {
        return "essai-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public Actor modeller() {
        return actors.find("modeleur").orElseThrow();
    }

    public Actor manager() {
        return actors.find("gestionnaire").orElseThrow();
    }

    /** Who is a modeller and a manager at once. */
    public Actor chief() {
        accounts.ensure("chef-atelier", new Membership(Role.MODELLER, null), new Membership(Role.MANAGER, null));
        return actors.find("chef-atelier").orElseThrow();
    }

    /** A draft of a new programme with this file. */
    public VersionView draft(String code, String name, String content) {
        var draft = versions.create(code, "Programme " + code, modeller());
        versions.write(draft.id(), name, bytes(content), 0, modeller());
        return versions.get(draft.id(), modeller());
    }

    /** Asked for by the modeller, approved by the manager. */
    public VersionView approved(UUID version) {
        var asked = approvals.submit(version, "Essai", modeller()).request();
        return approvals.approve(version, Objects.requireNonNull(asked).id(), manager());
    }

    /** In service, each signed by who does it. */
    public VersionView published(UUID version) {
        approved(version);
        var published = new AtomicReference<VersionView>();
        accounts.as("gestionnaire", () -> published.set(approvals.publish(version, null, manager())));
        return Objects.requireNonNull(published.get());
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
