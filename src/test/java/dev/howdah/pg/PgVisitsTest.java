package dev.howdah.pg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Visits to the other databases and roles of a server. */
class PgVisitsTest {
    private static final SomeQuery WHO =
            SomeQuery.of("SELECT current_user || ' in ' || current_database()");
    private static final String OURS =
            "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'howdah/%'";

    @Test
    void goesToOtherDatabasesAndAsOtherRolesOneVisitAtATime() throws Exception {
        try (TestServer server = TestServer.start(18, Map.of())) {
            server.run(
                    "CREATE ROLE reader LOGIN PASSWORD 'r'",
                    "CREATE ROLE app LOGIN PASSWORD 'a'",
                    "CREATE DATABASE \"sh\"\"op\"");
            PgPool home =
                    new PgPool(
                            PgTarget.of(
                                    server.host(),
                                    server.port(),
                                    "postgres",
                                    "app",
                                    TlsMode.DISABLE),
                            () -> Secret.of("a"));
            PgVisits visits = new PgVisits(home, () -> Secret.of("a"), Clock.systemUTC());

            Future<List<String>> second;
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                try (PgVisit visit = visits.in("sh\"op")) {
                    assertEquals(List.of("app in sh\"op"), visit.reader().ask(WHO));
                    assertEquals("1", server.ask(OURS));
                    second = threads.submit(() -> asReader(visits, "r"));
                    assertFalse(second.isDone());
                }
                assertEquals(List.of("reader in postgres"), second.get());
            }

            Await.until("no session of ours", () -> server.ask(OURS).equals("0"));
            assertEquals(
                    Kind.LOGIN_REFUSED,
                    assertThrows(ProblemException.class, () -> asReader(visits, "wrong"))
                            .problem()
                            .kind());
        }
    }

    private static List<String> asReader(PgVisits visits, String password) throws ProblemException {
        try (PgVisit visit = visits.as("reader", Secret.of(password), "postgres")) {
            return visit.reader().ask(WHO);
        }
    }
}
