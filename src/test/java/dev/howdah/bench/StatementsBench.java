package dev.howdah.bench;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.statements.StatementsCut;
import dev.howdah.pg.statements.StatementsQuery;
import dev.howdah.pg.statements.StatementsSnapshot;
import dev.howdah.pg.statements.interval.StatementsCutChoice;
import dev.howdah.pg.statements.interval.StatementsHistory;
import dev.howdah.pg.statements.interval.StatementsRange;
import dev.howdah.pg.statements.interval.StatementsRank;
import dev.howdah.pg.statements.text.StatementTextsQuery;
import dev.howdah.testing.BusyServer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What statements cost a server with many of them: with the cut, whole, and with every text. */
@Tag("bench")
@ExtendWith(ReportAtTheEnd.class)
class StatementsBench {
    @ParameterizedTest
    @ValueSource(ints = {5_000, 9_800})
    void readingStatements(int statements, Report report) throws Exception {
        try (BusyServer busy = new BusyServer(10, statements, 10);
                ServerMeter meter = new ServerMeter(busy)) {
            StatementsQuery whole = new StatementsQuery(StatementsCut.NONE);
            StatementsSnapshot first = meter.ask(whole);
            StatementsQuery heavy = new StatementsQuery(SomeCut.chosenFor(first));
            List<Long> shown =
                    meter.ask(heavy).rows().stream()
                            .limit(StatementsCutChoice.KEPT)
                            .map(row -> row.key().queryId())
                            .toList();
            int preview = StatementTextsQuery.PREVIEW_CHARACTERS;

            ServerCost poll = meter.measure(heavy);
            ServerCost everything = meter.measure(new Everything());
            report.panels(String.format("%,d statements of 900 bytes", statements));
            report.panel("statements above the cut", poll);
            report.panel("all statements", meter.measure(whole));
            report.panel(
                    shown.size() + " texts",
                    meter.measure(new StatementTextsQuery(shown, preview)));
            report.panel("the whole view", everything);
            String name = String.format("statements: poll of %,d / reading the view, ", statements);
            report.atMost(0.01, name + "bytes", poll.bytes() / everything.bytes(), "");
            report.figure(name + "CPU", poll.cpuMs() / everything.cpuMs(), "");
            desktop(first, report);
        }
    }

    /** What happens on the JavaFX thread for one reading of everything. */
    private static void desktop(StatementsSnapshot snapshot, Report report) {
        double[] millis = new double[ServerMeter.RUNS];
        for (int i = 0; i < millis.length; i++) {
            StatementsHistory history = new StatementsHistory();
            history.add(snapshot);
            long start = System.nanoTime();
            history.add(snapshot);
            history.interval(StatementsRange.TOTALS)
                    .orElseThrow()
                    .top(StatementsRank.TOTAL_TIME, StatementsCutChoice.KEPT, _ -> true);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        report.figure(
                String.format(
                        "statements: remember and rank %,d on the JavaFX thread",
                        snapshot.rows().size()),
                ServerMeter.median(millis),
                "ms");
    }

    /** What a reader costs that takes the view as it is. */
    private record Everything() implements Query<Integer> {
        @Override
        public String name() {
            return "everything";
        }

        @Override
        public Sql sql(ServerShape shape) {
            return Sql.of("SELECT s.* FROM public.pg_stat_statements s ORDER BY 1 LIMIT 20000");
        }

        @Override
        public Integer read(ResultSet rows, ServerShape shape, Instant takenAt)
                throws SQLException {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }
}
