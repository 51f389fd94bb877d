package dev.howdah.bench;

import dev.howdah.pg.statements.StatementsCut;
import dev.howdah.pg.statements.StatementsCutChoice;
import dev.howdah.pg.statements.StatementsHistory;
import dev.howdah.pg.statements.StatementsRange;
import dev.howdah.pg.statements.StatementsRank;
import dev.howdah.pg.statements.StatementsSnapshot;
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
