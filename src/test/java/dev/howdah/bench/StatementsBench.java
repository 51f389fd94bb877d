package dev.howdah.bench;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.statements.StatementTextsQuery;
import dev.howdah.pg.statements.StatementsCut;
import dev.howdah.pg.statements.StatementsCutChoice;
import dev.howdah.pg.statements.StatementsHistory;
import dev.howdah.pg.statements.StatementsQuery;
import dev.howdah.pg.statements.StatementsRange;
import dev.howdah.pg.statements.StatementsRank;
import dev.howdah.pg.statements.StatementsSnapshot;
import dev.howdah.testing.FaultProxy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What statements cost a server with many of them: with the cut, whole, and with every text. */
@Tag("bench")
class StatementsBench {
    private static final int RUNS = 31;
    private static final String COLUMNS = "%-34s %12s %12s %8s";

    @ParameterizedTest
    @ValueSource(ints = {5_000, 9_800})
    void readingStatements(int statements) throws Exception {
        try (BusyServer busy = new BusyServer(10, statements, 10);
                FaultProxy proxy = FaultProxy.to(busy.server());
                PgPool pool = pool(proxy)) {
            PgReader reader = new PgReader(pool, Clock.systemUTC());
            Report.title(statements + " statements of 900 bytes; medians of " + RUNS);
            Report.line(String.format(COLUMNS, "read", "server", "bytes", "rows"));
            StatementsQuery whole = new StatementsQuery(StatementsCut.NONE);
            StatementsCut cut = chosen(reader.ask(whole));
            List<Long> shown =
                    reader.ask(new StatementsQuery(cut)).rows().stream()
                            .limit(StatementsCutChoice.KEPT)
                            .map(row -> row.key().queryId())
                            .toList();
            Measured measured = new Measured(busy, proxy, reader);
            measured.print("numbers, with the cut", new StatementsQuery(cut));
            measured.print("numbers of all", whole);
            measured.print(
                    shown.size() + " texts, 1,000 characters",
                    new StatementTextsQuery(shown, StatementTextsQuery.PREVIEW_CHARACTERS));
            measured.print("every column and text of all", new Everything());
            Report.line("the desktop's part, with all rows:");
            desktop(reader.ask(whole));
        }
    }

    /** The cut that the panel would read with from the second reading on. */
    private static StatementsCut chosen(StatementsSnapshot first) {
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

    /** What happens on the JavaFX thread for one reading. */
    private static void desktop(StatementsSnapshot snapshot) {
        double[] add = new double[RUNS];
        double[] rank = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            StatementsHistory history = new StatementsHistory();
            history.add(snapshot);
            long start = System.nanoTime();
            history.add(snapshot);
            add[i] = (System.nanoTime() - start) / 1e6;
            start = System.nanoTime();
            history.interval(StatementsRange.TOTALS)
                    .orElseThrow()
                    .top(StatementsRank.TOTAL_TIME, StatementsCutChoice.KEPT, _ -> true);
            rank[i] = (System.nanoTime() - start) / 1e6;
        }
        Report.line(
                "remember "
                        + Figures.ms(Figures.median(add))
                        + ", rank totals "
                        + Figures.ms(Figures.median(rank)));
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

    /** Asks a question many times and prints what it cost. */
    private record Measured(BusyServer busy, FaultProxy proxy, PgReader reader) {
        void print(String name, Query<?> query) throws Exception {
            double[] server = new double[RUNS];
            double[] bytes = new double[RUNS];
            int rows = 0;
            for (int i = 0; i < RUNS; i++) {
                double before = serverMs();
                long bytesBefore = proxy.bytesToClients();
                rows = rowsOf(ask(query));
                bytes[i] = proxy.bytesToClients() - bytesBefore;
                server[i] = serverMs() - before;
            }
            Report.line(
                    String.format(
                            COLUMNS,
                            name,
                            Figures.ms(Figures.median(server)),
                            Figures.kilobytes(Figures.median(bytes)),
                            rows));
        }

        private <T> T ask(Query<T> query) throws ProblemException {
            return reader.ask(query);
        }

        private static int rowsOf(Object answer) {
            return switch (answer) {
                case StatementsSnapshot snapshot -> snapshot.rows().size();
                case Integer count -> count;
                default -> 0;
            };
        }

        private double serverMs() throws SQLException {
            return Double.parseDouble(
                    busy.server()
                            .ask(
                                    "SELECT sum(s.total_exec_time)"
                                            + " FROM pg_stat_statements(false) s"
                                            + " WHERE s.userid = 'console'::regrole"));
        }
    }

    private static PgPool pool(FaultProxy proxy) throws Exception {
        return new PgPool(
                PgTarget.of(
                        "127.0.0.1",
                        proxy.port(),
                        "postgres",
                        BusyServer.CONSOLE_ROLE,
                        TlsMode.DISABLE),
                () -> Secret.of(BusyServer.CONSOLE_PASSWORD));
    }
}
