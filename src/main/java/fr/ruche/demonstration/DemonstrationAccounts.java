package fr.ruche.demonstration;

import fr.ruche.identity.Accounts;
import fr.ruche.identity.Membership;
import fr.ruche.identity.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** One fictitious person for each role, all with the same public password. */
@Component
@ConditionalOnBooleanProperty("ruche.demonstration.enabled")
class DemonstrationAccounts {

    static final String PASSWORD = "demonstration";
    static final String LENS = "246200364";
    static final String LILLE = "200093201";

    static final List<Person> PEOPLE = List.of(
            person("porteur", "Camille Exemple", "porteuse de projet", role(Role.HOLDER)),
            person("porteur2", "Dominique Modèle", "porteur de projet", role(Role.HOLDER)),
            person("technicien", "Alix Essai", "conformité, Lens-Liévin", role(Role.CONFORMITY_OFFICER, LENS)),
            person("technicien2", "Sacha Témoin", "conformité, Lille", role(Role.CONFORMITY_OFFICER, LILLE)),
            person(
                    "instructeur",
                    "Maxime Fictif",
                    "instruction, les quatre secteurs",
                    role(Role.INSTRUCTOR, "artois-bassin-minier"),
                    role(Role.INSTRUCTOR, "hainaut-cambresis-douaisis"),
                    role(Role.INSTRUCTOR, "littoral"),
                    role(Role.INSTRUCTOR, "metropole-lilloise")),
            person("jure-interco", "Andréa Démo", "jury de Lens-Liévin", role(Role.JURY_MEMBER, LENS)),
            person("jure-region", "Noa Maquette", "jury régional", role(Role.JURY_MEMBER, "regional")),
            person("departement", "Claude Factice", "avis du Département", role(Role.CONSULTED, "departement")),
            person("gestionnaire", "Charlie Spécimen", "gestion : séances, décisions", role(Role.MANAGER)),
            person("modeleur", "Lou Prototype", "modèles", role(Role.MODELLER)),
            person("admin", "Administration Démo", "comptes", role(Role.ADMINISTRATOR)));

    private final Accounts accounts;

    DemonstrationAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Those that are there stay as they are. */
    void create() {
        PEOPLE.stream()
                .filter(person -> !accounts.exists(person.username()))
                .forEach(person -> accounts.create(
                        person.username(),
                        person.name() + " (démonstration)",
                        person.username() + "@example.org",
                        PASSWORD,
                        person.memberships()));
    }

    /** @param does in French, for the console */
    record Person(String username, String name, String does, Set<Membership> memberships) {}

    private static Person person(String username, String name, String does, Membership... memberships) {
        return new Person(username, name, does, Set.of(memberships));
    }

    private static Membership role(Role role) {
        return role(role, null);
    }

    private static Membership role(Role role, @Nullable String scope) {
        return new Membership(role, scope);
    }
}
