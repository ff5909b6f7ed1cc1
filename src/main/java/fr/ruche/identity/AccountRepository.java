package fr.ruche.identity;

import fr.ruche.identity.Account.Held;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, Long> {

    Account save(Account account);

    boolean existsByUsername(String username);

    @EntityGraph(attributePaths = "memberships")
    Optional<Account> findByUsername(String username);

    @EntityGraph(attributePaths = "memberships")
    List<Account> findAllByOrderByUsername();

    /** Those of {@link Account#isOfficer}: thousands of porteurs are not read for them. */
    @Query("select distinct a from Account a join fetch a.memberships where a.enabled and exists"
            + " (select 1 from a.memberships m where m.role <> fr.ruche.identity.Role.HOLDER) order by a.username")
    List<Account> officers();

    @Query("select distinct a.username from Account a join a.memberships m where a.enabled and m.role = :role"
            + " and m.scope = :scope order by a.username")
    List<String> holding(Role role, String scope);

    @Query("select distinct new fr.ruche.identity.Account$Held(m.role, m.scope) from Account a join a.memberships m"
            + " where a.enabled and m.role <> fr.ruche.identity.Role.HOLDER")
    List<Held> heldByOfficers();

    @Query("select a.version from Account a where a.username = :username and a.enabled")
    Optional<Integer> stampOf(String username);
}
