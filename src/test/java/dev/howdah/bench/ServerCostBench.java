package dev.howdah.bench;

import dev.howdah.core.Answer;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.Query;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.activity.ActivityQuery;
import dev.howdah.pg.activity.SessionCountsQuery;
import dev.howdah.pg.archive.ArchiveQuery;
import dev.howdah.pg.roles.RolesQuery;
import dev.howdah.pg.server.DeadRowsQuery;
import dev.howdah.pg.server.HealthFactsQuery;
import dev.howdah.pg.server.HorizonQuery;
import dev.howdah.pg.server.InvalidIndexesQuery;
import dev.howdah.pg.server.LargestTablesQuery;
import dev.howdah.pg.server.ReplicationQuery;
import dev.howdah.pg.server.SchemasQuery;
import dev.howdah.pg.server.SequencesQuery;
import dev.howdah.pg.server.ServerFactsQuery;
import dev.howdah.pg.server.SizesQuery;
import dev.howdah.pg.server.VitalsQuery;
import dev.howdah.pg.server.WraparoundQuery;
import dev.howdah.pg.settings.ExtensionsQuery;
import dev.howdah.pg.settings.SettingsQuery;
import dev.howdah.testing.FaultProxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What each refresh costs the server: milliseconds as the server itself counts them, CPU of our
 * backend as the kernel counts it, bytes and round trips as the wire does.
 */
@Tag("bench")
class ServerCostBench {
    private static final int RUNS = 31;
    private static final int WARM_UP = 8;
    private static final String COLUMNS = "%-22s %12s %12s %10s %6s";
    private static final String HEADINGS =
            String.format(COLUMNS, "panel", "server", "backend CPU", "bytes", "trips");

    private static final List<Query<?>> TICK =
            List.of(new VitalsQuery(), new ActivityQuery(false), new SessionCountsQuery());

    private static final List<Query<?>> PANELS =
            List.of(
                    new VitalsQuery(),
                    new ActivityQuery(false),
                    new ActivityQuery(true),
                    new SessionCountsQuery(),
                    new ReplicationQuery(),
                    new ArchiveQuery(),
                    new HealthFactsQuery(),
                    new HorizonQuery(),
                    new WraparoundQuery(),
                    new SequencesQuery(),
                    new InvalidIndexesQuery(),
                    new DeadRowsQuery(),
                    new SizesQuery(),
                    new SchemasQuery(false),
                    new LargestTablesQuery(),
                    new RolesQuery(),
                    new SettingsQuery(),
                    new ExtensionsQuery(),
                    new ServerFactsQuery());

    @Test
    void everyPanelOnAServerOf500Sessions5000StatementsAnd2000Tables() throws Exception {
        try (BusyServer busy = new BusyServer(450, 5_000, 2_000);
                FaultProxy proxy = FaultProxy.to(busy.server());
                PgPool pool = pool(proxy)) {
            PgReader reader = new PgReader(pool, Clock.systemUTC());
            Report.title("500 sessions, 5,000 statements, 2,000 tables; medians of " + RUNS);
            Report.line(HEADINGS);
            for (Query<?> query : PANELS) {
                print(query.name(), measure(reader, List.of(query), busy, proxy, pool));
            }
            print("tick", measure(reader, TICK, busy, proxy, pool));
        }
    }

    @Test
    void theTickWith1056Sessions() throws Exception {
        try (BusyServer busy = new BusyServer(1_000, 9_800, 2_000);
                FaultProxy proxy = FaultProxy.to(busy.server());
                PgPool pool = pool(proxy)) {
            PgReader reader = new PgReader(pool, Clock.systemUTC());
            Report.title("1,046 client sessions, 9,800 statements; aims: 2.5 ms, 40 kB, 1 trip");
            Report.line(HEADINGS);
            Cost tick = measure(reader, TICK, busy, proxy, pool);
            print("tick", tick);
            Report.line(
                    "CPU an hour at 2 s, in seconds (aim with statements: 6): "
                            + Figures.ratio(tick.cpuMs() * 1_800 / 1_000));
        }
    }

    /** One refresh. */
    record Cost(double serverMs, double cpuMs, double bytes, double trips) {}

    private static Cost measure(
            PgReader reader, List<Query<?>> queries, BusyServer busy, FaultProxy proxy, PgPool pool)
            throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            requireAnswers(reader.ask(queries));
        }
        double[] cpu = new double[RUNS];
        double[] bytes = new double[RUNS];
        double[] trips = new double[RUNS];
        double serverBefore = serverMs(busy);
        for (int i = 0; i < RUNS; i++) {
            double cpuBefore = backendCpuMs(pool);
            long bytesBefore = proxy.bytesToClients();
            int tripsBefore = proxy.bursts();
            requireAnswers(reader.ask(queries));
            cpu[i] = backendCpuMs(pool) - cpuBefore;
            bytes[i] = proxy.bytesToClients() - bytesBefore;
            trips[i] = proxy.bursts() - tripsBefore;
        }
        return new Cost(
                (serverMs(busy) - serverBefore) / RUNS,
                Figures.median(cpu),
                Figures.median(bytes),
                Figures.median(trips));
    }

    private static void print(String name, Cost cost) {
        Report.line(
                String.format(
                        COLUMNS,
                        name,
                        Figures.ms(cost.serverMs()),
                        Figures.ms(cost.cpuMs()),
                        Figures.kilobytes(cost.bytes()),
                        Math.round(cost.trips())));
    }

    /** All that our role has cost so far, read back from pg_stat_statements. */
    private static double serverMs(BusyServer busy) throws Exception {
        return Double.parseDouble(
                busy.server()
                        .ask(
                                "SELECT coalesce(sum(s.total_exec_time), 0)"
                                        + " FROM pg_stat_statements(false) s"
                                        + " WHERE s.userid = 'console'::regrole"));
    }

    /** On-CPU time of our backends; 0 where the kernel does not tell. */
    private static double backendCpuMs(PgPool pool) throws Exception {
        double total = 0;
        for (int pid : pool.ownPids()) {
            Path schedstat = Path.of("/proc/" + pid + "/schedstat");
            if (Files.exists(schedstat)) {
                String text = Files.readString(schedstat);
                total += Long.parseLong(text.substring(0, text.indexOf(' '))) / 1e6;
            }
        }
        return total;
    }

    private static void requireAnswers(List<Answer<?>> answers) {
        List<Answer<?>> failed =
                answers.stream()
                        .filter(Answer.Failed.class::isInstance)
                        .collect(Collectors.toList());
        if (!failed.isEmpty()) {
            throw new AssertionError(failed);
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
