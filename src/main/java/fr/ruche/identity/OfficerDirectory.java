package fr.ruche.identity;

import fr.ruche.common.Forbidden;
import fr.ruche.common.Sentences;
import fr.ruche.identity.Account.Held;
import fr.ruche.workflow.Directory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The enabled accounts that are more than a porteur, as the engine may see them. */
@Component
@Transactional(readOnly = true)
class OfficerDirectory implements Directory {

    private static final Group OFFICERS = new Group("officers", Sentences.of("role.OFFICERS"));

    private final AccountRepository accounts;
    private final Lendings lendings;

    OfficerDirectory(AccountRepository accounts, Lendings lendings) {
        this.accounts = accounts;
        this.lendings = lendings;
    }

    @Override
    public Optional<Person> person(String id) {
        return accounts.findByUsername(id).filter(Account::isOfficer).map(this::person);
    }

    @Override
    public List<Person> people() {
        return accounts.officers().stream().map(this::person).toList();
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

    @Override
    public Set<String> lentGroups(String person) {
        var lent = lendings.to(person);
        return lent.isEmpty()
                ? Set.of()
                : Set.copyOf(new Actor(person, "", Set.of()).with(lent).groups());
    }

    @Override
    public Optional<String> onBehalf(String person, String step, Supplier<Set<String>> groups) {
        var lending = lending(person, groups);
        return lending.isEmpty()
                ? Optional.empty()
                : Optional.of(lending.stream()
                        .filter(one -> one.covers(step))
                        .map(Lent::absent)
                        .findFirst()
                        .orElseThrow(() -> new Forbidden(Sentences.of("absence.notEntrusted"))));
    }

    @Override
    public boolean mayWork(String person, String step, Supplier<Set<String>> groups) {
        var lending = lending(person, groups);
        return lending.isEmpty() || lending.stream().anyMatch(one -> one.covers(step));
    }

    /** What leads this person to a task of these groups, empty when it takes no absent colleague. */
    private List<Lent> lending(String person, Supplier<Set<String>> groups) {
        var lent = lendings.to(person);
        if (lent.isEmpty()) {
            return List.of();
        }
        var offered = groups.get();
        var lending = lent.stream()
                .filter(one -> offered.contains(one.membership().group()))
                .toList();
        return ownGroups(person).stream().anyMatch(offered::contains) ? List.of() : lending;
    }

    private List<String> ownGroups(String person) {
        return accounts.findByUsername(person)
                .map(account -> account.actor().groups())
                .orElse(List.of());
    }

    private Person person(Account account) {
        var actor = account.actor().with(lendings.to(account.username()));
        return new Person(account.username(), account.displayName(), account.email(), actor.groups());
    }
}
