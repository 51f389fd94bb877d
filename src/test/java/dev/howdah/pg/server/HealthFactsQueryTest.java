package dev.howdah.pg.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.pg.server.HealthFacts.UnsafeSettingRow;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.Visitor;
import dev.howdah.testing.Visitor.Rights;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a configuration says about the safety of a server. */
class HealthFactsQueryTest {

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void unsafeSettingsAreSeenByEverybody(int major) throws Exception {
        TestServer server = TestServer.of(major);
        for (Rights rights : Rights.values()) {
            try (Visitor visitor = Visitor.with(rights, server)) {
                HealthFacts facts = visitor.ask(new HealthFactsQuery());

                assertEquals(
                        new HealthFacts(
                                Integer.parseInt(server.ask("SHOW server_version_num")),
                                1,
                                List.of(
                                        new UnsafeSettingRow("fsync", "off", true),
                                        new UnsafeSettingRow("full_page_writes", "off", true)),
                                List.of()),
                        facts);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void seesWhatWaitsForARestartAndNothingUnsafeWhereAllIsWell(int major) throws Exception {
        Map<String, String> safe = Map.of("fsync", "on", "full_page_writes", "on");
        try (TestServer server = TestServer.start(major, safe);
                Visitor visitor = Visitor.with(Rights.PLAIN, server)) {
            HealthFacts before = visitor.ask(new HealthFactsQuery());
            server.run(
                    "ALTER SYSTEM SET shared_buffers = '32MB'",
                    "ALTER SYSTEM SET max_locks_per_transaction = 128",
                    "ALTER SYSTEM SET autovacuum = off",
                    "CREATE ROLE second SUPERUSER LOGIN",
                    "CREATE ROLE no_login SUPERUSER",
                    "SELECT pg_reload_conf()");
            Await.until(
                    "the configuration is read",
                    () -> !visitor.ask(new HealthFactsQuery()).pendingRestart().isEmpty());

            HealthFacts after = visitor.ask(new HealthFactsQuery());
            assertEquals(new HealthFacts(before.versionNum(), 1, List.of(), List.of()), before);
            assertEquals(
                    new HealthFacts(
                            before.versionNum(),
                            2,
                            List.of(new UnsafeSettingRow("autovacuum", "off", false)),
                            List.of("max_locks_per_transaction", "shared_buffers")),
                    after);
        }
    }
}
