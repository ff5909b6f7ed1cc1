package fr.ruche.jury;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SeatTable extends JpaRepository<SeatEntry, UUID> {

    List<SeatEntry> findByJuryOrderByCollegeDescSubstituteAscPresidentDescSinceAscNameAsc(String jury);

    List<SeatEntry> findAllByOrderByJuryAscCollegeDescSubstituteAscPresidentDescSinceAscNameAsc();

    /** Nobody else changes the seats of this jury until the end of the transaction. */
    @Query(value = "select 1 from pg_advisory_xact_lock(hashtext('jury_seat'), hashtext(:jury))", nativeQuery = true)
    int hold(String jury);
}
