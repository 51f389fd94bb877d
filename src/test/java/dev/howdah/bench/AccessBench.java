package dev.howdah.bench;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.Query;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.access.AccessObject;
import dev.howdah.pg.access.AccessObjectsQuery;
import dev.howdah.pg.access.AccessRole;
import dev.howdah.pg.access.AccessRolesQuery;
import dev.howdah.pg.access.DefaultAclsQuery;
import dev.howdah.pg.access.ObjectKind;
import dev.howdah.pg.access.effect.EffectiveAccess;
import dev.howdah.pg.proof.AccessKind;
import dev.howdah.pg.proof.ExpectedAccess;
import dev.howdah.pg.proof.catalog.RoleAccessQuery;
import dev.howdah.testing.FaultProxy;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it costs to know who may do what with 5,000 tables and 200 roles. */
@Tag("bench")
@ExtendWith(ReportAtTheEnd.class)
class AccessBench {
    private static final int RUNS = 15;
    private static final int TABLES = 5_000;
    private static final int ROLES = 200;
    private static final int SCHEMAS = 20;

    /**
     * @param grantees roles that each table is granted to by itself, other ones for each table; 0
     *     where grants go to groups and by schema
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 40})
    void readingAndComputing(int grantees, Report report) throws Exception {
        Map<String, String> settings =
                Map.of("max_locks_per_transaction", "512", "shared_buffers", "128MB");
        try (TestServer server = TestServer.start(18, settings)) {
            make(server, grantees);
            try (FaultProxy proxy = FaultProxy.to(server);
                    PgPool pool = pool(proxy)) {
                Measured measured =
                        new Measured(server, proxy, new PgReader(pool, Clock.systemUTC()));
                String what =
                        String.format(
                                "access, %,d tables x %,d roles, %s: ",
                                TABLES,
                                ROLES,
                                grantees == 0 ? "by schema" : grantees + " grantees each");
                EffectiveAccess access = read(measured, report, what);
                AccessRole analyst = access.role("b_user_7").orElseThrow();
                compute(access, analyst, report, what);
            }
        }
    }

    private static EffectiveAccess read(Measured measured, Report report, String what)
            throws Exception {
        measured.print(report, what + "roles and memberships", new AccessRolesQuery());
        measured.print(report, what + "objects with their ACLs", new AccessObjectsQuery(false));
        measured.print(report, what + "default privileges", new DefaultAclsQuery());
        measured.print(
                report,
                what + "drift check of five roles",
                new RoleAccessQuery(
                        IntStream.range(0, 5)
                                .mapToObj(i ->
                                        new ExpectedAccess("b_reader_" + i, AccessKind.READ_ONLY))
                                .toList()));
        long before = usedHeap();
        EffectiveAccess access =
                new EffectiveAccess(
                        measured.ask(new AccessRolesQuery()),
                        measured.ask(new AccessObjectsQuery(false)),
                        measured.ask(new DefaultAclsQuery()));
        report.figure(what + "heap kept, about", (usedHeap() - before) / 1e6, "MB");
        return access;
    }

    private static void compute(
            EffectiveAccess access, AccessRole analyst, Report report, String what) {
        AccessObject table =
                access.objects().objects().stream()
                        .filter(object -> object.kind() == ObjectKind.TABLE)
                        .findFirst()
                        .orElseThrow();
        time(report, what + "matrix of one role", () -> access.matrix(analyst));
        time(
                report,
                what + "matrices of all roles",
                () -> access.roles().roles().forEach(access::matrix));
        time(report, what + "everybody's rights on one table", () -> access.whoCan(table));
        time(report, what + "what one role gets later", () -> access.future(analyst));
    }

    private static void time(Report report, String name, Runnable work) {
        double[] millis = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        report.figure(name, ServerMeter.median(millis), "ms");
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void make(TestServer server, int grantees) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION pg_stat_statements");
            statement.execute("CREATE ROLE console LOGIN PASSWORD 'console-password'");
            for (int i = 0; i < ROLES; i++) {
                statement.execute("CREATE ROLE b_user_" + i + " LOGIN");
            }
            statement.execute("CREATE ROLE b_readers");
            for (int i = 0; i < 5; i++) {
                statement.execute("CREATE ROLE b_reader_" + i + " IN ROLE b_readers");
            }
            for (int i = 10; i < ROLES; i++) {
                statement.execute("GRANT b_user_%d TO b_user_%d".formatted(i % 10, i));
            }
            for (int i = 0; i < SCHEMAS; i++) {
                statement.execute("CREATE SCHEMA b_" + i);
                statement.execute("GRANT USAGE ON SCHEMA b_%d TO PUBLIC".formatted(i));
                statement.execute(
                        "ALTER DEFAULT PRIVILEGES IN SCHEMA b_%d GRANT SELECT ON TABLES TO b_user_%d"
                                .formatted(i, i % 10));
            }
            connection.setAutoCommit(false);
            for (int i = 0; i < TABLES; i++) {
                String table = "b_%d.a_table_with_a_longish_name_%d".formatted(i % SCHEMAS, i);
                statement.execute("CREATE TABLE " + table + " (id bigint, name text, at date)");
                statement.execute("ALTER TABLE %s OWNER TO b_user_%d".formatted(table, i % 5));
                statement.execute("GRANT SELECT ON %s TO b_readers".formatted(table));
                if (grantees > 0) {
                    statement.execute(
                            "GRANT SELECT, INSERT ON " + table + " TO " + some(grantees, i));
                }
                if (i % 200 == 199) {
                    connection.commit();
                }
            }
            connection.commit();
        }
    }

    /** Other ones for each table, the same in every run. */
    private static String some(int grantees, int table) {
        return new Random(table)
                .ints(0, ROLES)
                .distinct()
                .limit(grantees)
                .mapToObj(role -> "b_user_" + role)
                .collect(Collectors.joining(", "));
    }

    private static PgPool pool(FaultProxy proxy) throws ProblemException {
        return new PgPool(
                PgTarget.of("127.0.0.1", proxy.port(), "postgres", "console", TlsMode.DISABLE),
                () -> Secret.of("console-password"));
    }

    /** Asks a question many times and prints what it cost. */
    private record Measured(TestServer server, FaultProxy proxy, PgReader reader) {
        void print(Report report, String name, Query<?> query) throws Exception {
            double[] millis = new double[RUNS];
            double[] bytes = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                double before = serverMs();
                long bytesBefore = proxy.bytesToClients();
                ask(query);
                bytes[i] = proxy.bytesToClients() - bytesBefore;
                millis[i] = serverMs() - before;
            }
            report.figure(name + ", server", ServerMeter.median(millis), "ms");
            report.figure(name + ", read", ServerMeter.median(bytes) / 1_000, "kB");
        }

        <T> T ask(Query<T> query) throws ProblemException {
            return reader.ask(query);
        }

        private double serverMs() throws SQLException {
            return Double.parseDouble(
                    server.ask(
                            "SELECT coalesce(sum(s.total_exec_time), 0)"
                                    + " FROM pg_stat_statements(false) s"
                                    + " WHERE s.userid = 'console'::regrole"));
        }
    }
}
