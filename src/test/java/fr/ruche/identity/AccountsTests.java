package fr.ruche.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ruche.IntegrationTest;
import fr.ruche.TestAccounts;
import fr.ruche.common.Conflict;
import fr.ruche.common.Fault;
import fr.ruche.common.Forbidden;
import fr.ruche.common.Rejected;
import fr.ruche.workflow.Directory;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

@IntegrationTest
class AccountsTests {

    private static final String PASSWORD = "correct horse battery";
    private static final Membership MANAGER = new Membership(Role.MANAGER, null);

    @Autowired
    Accounts accounts;

    @Autowired
    Actors actors;

    @Autowired
    Directory directory;

    @Autowired
    UserDetailsService signIn;

    @Autowired
    TestAccounts testAccounts;

    @Autowired
    JdbcTemplate sql;

    @Test
    void aPasswordIsKeptOnlyAsASlowHash() {
        var name = someone(MANAGER);
        var kept = sql.queryForObject("select password from account where username = ?", String.class, name);
        assertThat(kept).startsWith("{bcrypt}$2a$").doesNotContain(PASSWORD);
    }

    @Test
    void anAccountIsFoundHoweverItsNameIsTyped() {
        var name = someone(MANAGER);
        assertThat(signIn.loadUserByUsername("  " + name.toUpperCase() + " ").getUsername())
                .isEqualTo(name);
    }

    @Test
    void aNameIsTakenOnce() {
        var name = someone(MANAGER);
        assertThatThrownBy(() -> accounts.create(name, "x", "x@y.z", PASSWORD, Set.of()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void everyFaultOfAnAccountIsNamed() {
        assertThatThrownBy(() -> accounts.create(
                        "Élodie", " ", "nowhere", "short", Set.of(new Membership(Role.CONFORMITY_OFFICER, null))))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::field)
                                .containsExactly("username", "displayName", "email", "memberships", "password"));
    }

    @Test
    void aPasswordLongerThanWhatIsHashedIsRefused() {
        var name = someone(MANAGER);
        assertThatThrownBy(() -> accounts.changePassword(name, "é".repeat(37))).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> accounts.changePassword(name, name + "-2026")).isInstanceOf(Rejected.class);
    }

    @Test
    void membershipsAreReplacedAsAWhole() {
        var name = someone(MANAGER, new Membership(Role.INSTRUCTOR, "1"));
        accounts.update(name, "Autre nom", "autre@exemple.invalid", Set.of(new Membership(Role.INSTRUCTOR, "2")));
        var actor = actors.find(name).orElseThrow();
        assertThat(actor.displayName()).isEqualTo("Autre nom");
        assertThat(actor.memberships()).containsExactly(new Membership(Role.INSTRUCTOR, "2"));
        assertThat(actor.is(Role.INSTRUCTOR, "2")).isTrue();
        assertThat(actor.is(Role.INSTRUCTOR, "1")).isFalse();
        assertThat(actor.is(Role.MANAGER)).isFalse();
    }

    @Test
    void aDisabledAccountCannotSignInButKeepsItsName() {
        var name = someone(MANAGER);
        accounts.disable(name);
        assertThatThrownBy(() -> signIn.loadUserByUsername(name)).isInstanceOf(UsernameNotFoundException.class);
        assertThat(actors.find(name)).isPresent();
        assertThat(directory.person(name)).isEmpty();
        accounts.enable(name);
        assertThat(signIn.loadUserByUsername(name).getUsername()).isEqualTo(name);
    }

    @Test
    void theDirectoryOfTheEngineHoldsOfficersAndNeverPorteurs() {
        assertThat(directory.person("porteur")).isEmpty();
        assertThat(directory.people())
                .extracting(Directory.Person::id)
                .contains("technicien")
                .doesNotContain("porteur");
        assertThat(directory.person("technicien").orElseThrow().groups())
                .containsExactly("officers", "conformity", "conformity-246200364");
        assertThat(directory.person("admin").orElseThrow().groups()).containsExactly("officers", "camunda-admin");
        assertThat(directory.groups())
                .extracting(Directory.Group::id)
                .contains("officers", "managers", "jury", "jury-regional", "conformity", "conformity-200093201")
                .doesNotContain("holders")
                .doesNotHaveDuplicates();
    }

    @Test
    void aPorteurWhoIsAlsoAnOfficerDoesNotBringTheHoldersIntoTheEngine() {
        var name = someone(MANAGER, new Membership(Role.HOLDER, null));
        assertThat(directory.person(name).orElseThrow().groups()).containsExactly("officers", "managers");
    }

    @Test
    void theActorIsTheOneWhoIsSignedIn() {
        assertThat(actors.current()).isEmpty();
        assertThatThrownBy(actors::required).isInstanceOf(Forbidden.class);
        testAccounts.as("technicien", () -> {
            assertThat(actors.required().username()).isEqualTo("technicien");
            assertThat(actors.required().scopes(Role.CONFORMITY_OFFICER)).containsExactly("246200364");
        });
        assertThat(actors.current()).isEmpty();
    }

    @Test
    void theHoldersOfARoleAreFoundByItsScope() {
        assertThat(accounts.holding(new Membership(Role.JURY_MEMBER, "regional")))
                .contains("jure-region")
                .doesNotContain("jure-interco");
        assertThat(accounts.holding(MANAGER)).contains("gestionnaire");
    }

    private String someone(Membership... memberships) {
        var name = "a" + UUID.randomUUID().toString().substring(0, 12);
        accounts.create(name, "Compte d’essai", name + "@exemple.invalid", PASSWORD, Set.of(memberships));
        return name;
    }
}
