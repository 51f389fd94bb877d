package dev.howdah.pg.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.pg.server.ServerFacts.DatabaseFacts;
import dev.howdah.pg.server.ServerFacts.SettingRow;
import dev.howdah.pg.server.ServerFacts.StatementsState;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.Visitor;
import dev.howdah.testing.Visitor.Rights;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What changes rarely. */
class ServerFactsQueryTest {

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void saysTheSameToEverybody(int major) throws Exception {
        TestServer server = TestServer.of(major);
        for (Rights rights : Rights.values()) {
            try (Visitor visitor = Visitor.with(rights, server)) {
                ServerFacts facts = visitor.ask(new ServerFactsQuery());

                assertEquals(
                        new ServerFacts(
                                Integer.parseInt(server.ask("SHOW server_version_num")),
                                server.ask("SHOW server_version"),
                                facts.startedAt(),
                                false,
                                "",
                                Optional.of("127.0.0.1"),
                                Optional.of(server.port()),
                                major >= 18,
                                false,
                                false,
                                8_192,
                                new DatabaseFacts(
                                        "postgres", "postgres", "UTF8", "C", Optional.empty()),
                                facts.settings(),
                                facts.statements()),
                        facts,
                        rights.name());
                assertEquals(
                        ServerFactsQuery.SETTINGS,
                        facts.settings().stream().map(SettingRow::name).toList());
                assertEquals(
                        new SettingRow(
                                "shared_buffers",
                                "16.0 MB",
                                "2048",
                                "8kB",
                                "configuration file",
                                false),
                        facts.settings().get(1));
            }
        }
    }

    @Test
    void ourOwnLimitsAreNotTakenForTheServers() throws Exception {
        try (Visitor visitor = Visitor.with(Rights.PLAIN, TestServer.newest())) {
            List<String> timeouts =
                    visitor.ask(new ServerFactsQuery()).settings().stream()
                            .filter(setting -> setting.name().endsWith("_timeout"))
                            .filter(setting -> !setting.name().startsWith("checkpoint"))
                            .map(setting -> setting.name() + " " + setting.value())
                            .toList();

            assertEquals(
                    List.of(
                            "statement_timeout 0",
                            "lock_timeout 0",
                            "idle_in_transaction_session_timeout 0"),
                    timeouts);
        }
    }

    @Test
    void tellsTheFourStatesOfStatementStatisticsApart() throws Exception {
        try (TestServer server =
                TestServer.start(18, Map.of("shared_preload_libraries", "auto_explain"))) {
            assertEquals(StatementsState.ABSENT, statements(server));
            server.run("CREATE EXTENSION pg_stat_statements");
            assertEquals(StatementsState.NOT_LOADED, statements(server));
        }
        try (TestServer server = TestServer.start(18, Map.of())) {
            assertEquals(StatementsState.NOT_CREATED, statements(server));
            server.run("CREATE EXTENSION pg_stat_statements");
            assertEquals(StatementsState.READY, statements(server));
        }
    }

    private static StatementsState statements(TestServer server) throws Exception {
        try (Visitor visitor = Visitor.with(Rights.PLAIN, server)) {
            return visitor.ask(new ServerFactsQuery()).statements();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "16384, 8kB, 128 MB",
        "4096, kB, 4.00 MB",
        "1024, MB, 1.00 GB",
        "300, s, 5 min",
        "1000, ms, 1.0 s",
        "10, min, 10 min",
        "7, d, 7 d",
        "0, ms, 0",
        "-1, ms, -1",
        "4, '', 4",
        "replica, '', replica",
        "3, turns, 3 turns",
    })
    void aSettingIsShownWithItsUnit(String raw, String unit, String shown) {
        assertEquals(shown, SettingUnits.shown(raw, unit));
    }
}
