package fr.ruche.identity;

import fr.ruche.identity.Account.Held;
import fr.ruche.workflow.Directory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The enabled accounts that are more than a porteur, as the engine may see them. */
@Component
@Transactional(readOnly = true)
class OfficerDirectory implements Directory {

    private static final Group OFFICERS = new Group("officers", "Agents");

    private final AccountRepository accounts;

    OfficerDirectory(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<Person> person(String id) {
        return accounts.findByUsername(id).filter(Account::isOfficer).map(OfficerDirectory::person);
    }

    @Override
    public List<Person> people() {
        return accounts.findAllByOrderByUsername().stream()
                .filter(Account::isOfficer)
                .map(OfficerDirectory::person)
                .toList();
    }

    @Override
    public List<Group> groups() {
        var held = accounts.heldByOfficers().stream().map(Held::membership).toList();
        return Stream.of(
                        Stream.of(OFFICERS),
                        held.stream()
                                .map(m -> new Group(m.role().group(), m.role().label())),
                        held.stream().map(m -> new Group(m.group(), m.label())))
                .flatMap(groups -> groups)
                .distinct()
                .toList();
    }

    private static Person person(Account account) {
        var actor = account.actor();
        return new Person(account.username(), account.displayName(), account.email(), actor.groups());
    }
}
