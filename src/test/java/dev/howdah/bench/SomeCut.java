package dev.howdah.bench;

import dev.howdah.pg.statements.StatementsCut;
import dev.howdah.pg.statements.StatementsSnapshot;
import dev.howdah.pg.statements.interval.StatementsCutChoice;
import dev.howdah.pg.statements.interval.StatementsHistory;
import dev.howdah.pg.statements.interval.StatementsRange;
import dev.howdah.pg.statements.interval.StatementsRank;
import java.time.Instant;

/** Makes cuts as the Statements panel does. */
final class SomeCut {
    private SomeCut() {}

    /** The cut that the panel would read with from the second reading on. */
    static StatementsCut chosenFor(StatementsSnapshot first) {
        StatementsHistory history = new StatementsHistory();
        history.add(first);
        return new StatementsCutChoice()
                .next(
                        StatementsCut.NONE,
                        history,
                        history.interval(StatementsRange.TOTALS).orElseThrow(),
                        StatementsRank.TOTAL_TIME,
                        Instant.now())
                .orElseThrow();
    }
}
