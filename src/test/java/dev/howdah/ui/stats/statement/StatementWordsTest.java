package dev.howdah.ui.stats.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.pg.statements.Counters;
import dev.howdah.pg.statements.SomeStatements;
import dev.howdah.pg.statements.StatementCounter;
import dev.howdah.pg.statements.interval.StatementsInterval;
import dev.howdah.pg.statements.interval.StatementsInterval.Certainty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementWordsTest {
    /** 4 calls that took 80 ms; before, a call took 10 ms. */
    private static StatementsInterval.Row row(Certainty certainty) {
        return new StatementsInterval.Row(
                SomeStatements.key(1),
                "app",
                "shop",
                Optional.empty(),
                Counters.of(Map.of(StatementCounter.CALLS, 4.0, StatementCounter.TOTAL_MS, 80.0)),
                Counters.ZERO,
                certainty,
                OptionalDouble.of(10),
                false);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    EXACT,    4,   20 ms,   '',     ▲ +100 %
                    AT_MOST,  ≤ 4, ≈ 20 ms, '',     ''
                    AT_LEAST, ≥ 4, ≈ 20 ms, '',     ▲ +100 %
                    """)
    void aBoundIsMarkedAndAQuotientOfBoundsIsNone(
            Certainty certainty, String calls, String mean, String temp, String change) {
        StatementsInterval.Row row = row(certainty);

        assertEquals(
                List.of(calls, mean, temp, "–", change),
                List.of(
                        StatementWords.bounded(
                                row,
                                StatementWords.shortQuantity(
                                        StatementCounter.CALLS, row.added(StatementCounter.CALLS))),
                        StatementWords.about(row, StatementWords.millis(row.meanMs())),
                        StatementWords.bounded(
                                row,
                                StatementWords.ifAny(row, StatementCounter.TEMP_WRITTEN, 8_192)),
                        StatementWords.about(row, StatementWords.percent(row.cacheHitPct())),
                        StatementWords.change(row)));
    }
}
