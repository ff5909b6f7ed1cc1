package fr.ruche.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.IntegrationTest;
import fr.ruche.TestDossiers;
import fr.ruche.jury.AgendaItem;
import fr.ruche.jury.JurySession;
import fr.ruche.jury.JurySessions;
import fr.ruche.marking.MarkingPhase;
import fr.ruche.marking.Markings;
import fr.ruche.marking.Sheet;
import fr.ruche.marking.SheetState;
import fr.ruche.marking.Sheets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The demonstration of a deliberation, smaller than the real one. */
@IntegrationTest
class BusySessionTests {

    @Autowired
    BusySession busy;

    @Autowired
    TestDossiers given;

    @Autowired
    JurySessions sessions;

    @Autowired
    Markings markings;

    @Autowired
    Sheets sheets;

    @Test
    void itsAgendaComposesItselfAndItsJurorsMarkAllButWhatTheyAreKeptFrom() {
        busy.tell(StoryBook.read(), 4, 3);
        busy.tell(StoryBook.read(), 4, 3);
        var told = sessions.visibleTo(given.manager()).stream()
                .filter(session -> session.place().equals(BusySession.PLACE))
                .toList();
        try {
            assertThat(told).hasSize(1);
            var session = told.get(0);
            assertThat(session.onAgenda()).hasSizeGreaterThanOrEqualTo(4);
            assertThat(session.onAgenda().stream().map(AgendaItem::recusals).filter(some -> !some.isEmpty()))
                    .hasSize(2);
            assertThat(markings.state(session.id(), given.manager()))
                    .hasValueSatisfying(state -> assertThat(state.phase()).isEqualTo(MarkingPhase.REVEALED));
            assertThat(sheets.readable(session.id(), given.manager()))
                    .hasSize(3 * session.onAgenda().size() - 2)
                    .extracting(Sheet::state)
                    .containsOnly(SheetState.SUBMITTED);
        } finally {
            told.forEach(this::close);
        }
    }

    /** An open session that composes itself would take the dossiers of other tests. */
    private void close(JurySession session) {
        sessions.cancel(session.id(), "Fin du test", given.manager());
    }
}
