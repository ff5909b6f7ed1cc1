package fr.ruche.marking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ruche.dossier.DossierNumber;
import fr.ruche.programme.CallParameters;
import fr.ruche.programme.GridExamples;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** From marks to scores, on the grid of 2015. */
class ScoringTests {

    private static final CallParameters CALL = GridExamples.of2015(false);

    private final Scoring scoring = new Scoring(CALL, "F2");

    @Example
    void theWorkedExampleMakes69Point50() {
        var marks = List.of(4, 5, 3, 3, 4, 4, 3, 3, 3, 4, 2, 4, 3, 3, 3, 3, 2, 4);

        assertThat(scoring.indicators()).hasSameSizeAs(marks);
        assertThat(scoring.score(sheet(marks)).rounded()).isEqualByComparingTo("69.50");
    }

    @Example
    void whatDoesNotApplyLeavesTheMeanOfItsCriterion() {
        var without = new ArrayList<@Nullable Integer>(Collections.nCopies(18, 4));
        without.set(1, null);

        assertThat(scoring.score(sheet(without)).rounded()).isEqualByComparingTo("80.00");
    }

    @Example
    void aMarkIsRoundedOnceAndHalfUp() {
        assertThat(Fraction.of(69_495, 1000).rounded()).isEqualByComparingTo("69.50");
        var thirds = Fraction.of(1, 3).plus(Fraction.of(1, 3)).plus(Fraction.of(1, 3));
        assertThat(thirds).isEqualTo(Fraction.of(1, 1));
    }

    @Example
    void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        var median = new Scoring(GridExamples.of2015(true), "F2");
        var scores = List.of(Fraction.of(90, 1), Fraction.of(10, 1), Fraction.of(50, 1), Fraction.of(60, 1));

        assertThat(median.together(scores)).contains(Fraction.of(55, 1));
        assertThat(median.together(scores.subList(0, 3))).contains(Fraction.of(50, 1));
        assertThat(scoring.together(scores)).contains(Fraction.of(105, 2));
        assertThat(scoring.together(List.of())).isEmpty();
    }

    @Property
    void aScoreIsBetween0And100(@ForAll("sheets") List<Integer> marks) {
        assertThat(scoring.score(sheet(marks)).rounded()).isBetween(BigDecimal.ZERO, new BigDecimal("100.00"));
    }

    @Property
    void aBetterMarkNeverLowersTheScore(@ForAll("sheets") List<Integer> marks, @ForAll @IntRange(max = 17) int at) {
        var better = new ArrayList<>(marks);
        better.set(at, Math.min(5, marks.get(at) + 1));

        assertThat(scoring.score(sheet(better))).isGreaterThanOrEqualTo(scoring.score(sheet(marks)));
    }

    @Property
    void theOrderOfTheJurorsIsOfNoMatter(
            @ForAll("jurors") List<List<Integer>> jurors, @ForAll boolean median, @ForAll Random random) {
        var one = new Scoring(GridExamples.of2015(median), "F2");
        var scores = jurors.stream().map(marks -> one.score(sheet(marks))).toList();
        var shuffled = new ArrayList<>(scores);
        Collections.shuffle(shuffled, random);

        assertThat(one.together(shuffled)).isEqualTo(one.together(scores));
        assertThat(one.together(scores).orElseThrow()).isBetween(Collections.min(scores), Collections.max(scores));
    }

    @Property
    void whatDoesNotApplyKeepsTheScoreWithinWhatTheOtherMarksAllow(
            @ForAll("sheets") List<Integer> marks, @ForAll @IntRange(max = 17) int at) {
        var without = new ArrayList<@Nullable Integer>(marks);
        without.set(at, null);
        var least = new ArrayList<>(marks);
        least.set(at, 0);
        var most = new ArrayList<>(marks);
        most.set(at, 5);

        assertThat(scoring.score(sheet(without))).isBetween(scoring.score(sheet(least)), scoring.score(sheet(most)));
    }

    @Provide
    Arbitrary<List<Integer>> sheets() {
        return Arbitraries.integers().between(0, 5).list().ofSize(18);
    }

    @Provide
    Arbitrary<List<List<Integer>>> jurors() {
        return sheets().list().ofMinSize(1).ofMaxSize(9);
    }

    private Sheet sheet(List<? extends @Nullable Integer> marks) {
        var indicators = scoring.indicators();
        var given = IntStream.range(0, marks.size())
                .mapToObj(at -> new Mark(indicators.get(at).code(), marks.get(at), marks.get(at) == null, "", 1))
                .toList();
        return new Sheet(new DossierNumber("DSDT-2026-00001"), "juror", "Juror", SheetState.DRAFT, given, null, null);
    }
}
