package dev.howdah.ui.stats.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.session.Session;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.stats.statement.StatementLine;
import dev.howdah.ui.table.LiveRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole panel on a real server: what it asks, and what it does not. */
class StatementsPanelTest {
    private final SomeWorkbench workbench = new SomeWorkbench();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void readsNoTextWhileNoNewStatementAppears() throws Exception {
        try (TestServer server = TestServer.start(18, Map.of())) {
            server.run("CREATE EXTENSION pg_stat_statements");
            runMany(server, 1, 40);
            try (Shown shown = new Shown(server, "postgres")) {
                // Our own statements and the test's appear in the first rounds.
                for (int i = 1; i <= 4; i++) {
                    runMany(server, i, 40);
                    assertTrue(textReads(server) + readings(server) >= 0);
                    shown.settle();
                    shown.eventually("all texts are there", Shown::allTextsAreKnown);
                }
                long texts = textReads(server);
                long readings = readings(server);
                assertTrue(texts > 0 && readings > 0);

                for (int i = 5; i <= 8; i++) {
                    // The same statements again, with other values.
                    runMany(server, i, 40);
                    shown.settle();
                }

                assertEquals(texts, textReads(server));
                assertTrue(readings(server) >= readings + 4);
                server.run("SELECT 'brand new' AS a, 1 + 2, now(), 4");
                shown.settle();
                shown.eventually("all texts are there", Shown::allTextsAreKnown);
                assertTrue(textReads(server) > texts);
            }
        }
    }

    @Test
    void asksNothingWhileItIsHidden() throws Exception {
        try (TestServer server = TestServer.start(18, Map.of())) {
            server.run("CREATE EXTENSION pg_stat_statements");
            try (Shown shown = new Shown(server, "postgres")) {
                shown.eventually("all texts are there", Shown::allTextsAreKnown);
                shown.settle();
                Fx.run(shown.panel::hidden);
                long readings = readings(server);

                shown.session.slow().askAllNow();
                shown.session.reader().ask(new dev.howdah.pg.server.ServerFactsQuery());

                assertEquals(readings, readings(server));
            }
        }
    }

    @Test
    void createsTheMissingExtensionAndGoesOn() throws Exception {
        try (TestServer server = TestServer.start(18, Map.of());
                Shown shown = new Shown(server, "postgres")) {
            shown.eventually("it says what is missing", Shown::saysWhatIsMissing);

            Fx.run(shown.panel::createExtension);
            Change change = workbench.changes.getFirst();
            assertEquals("Create pg_stat_statements in postgres", change.title());
            change.action().run();
            Fx.run(shown.session::retry);

            shown.eventually("statements are there", Shown::hasStatements);
        }
    }

    /** The panel as the person sees it. */
    private final class Shown implements AutoCloseable {
        private final Session session;
        private final StatementsPanel panel;
        private final Parent view;

        Shown(TestServer server, String database) throws Exception {
            session =
                    new Session(
                            new Profile(
                                    UUID.randomUUID(),
                                    "test",
                                    Environment.LAB,
                                    PgTarget.of(
                                            server.host(),
                                            server.port(),
                                            database,
                                            server.user(),
                                            TlsMode.DISABLE),
                                    false),
                            () -> Secret.of(server.password()),
                            Platform::runLater,
                            Clock.systemUTC());
            panel = Fx.call(() -> new StatementsPanel(session, workbench));
            view = Fx.call(panel::view);
            Fx.picture(view, "statements-live", Fx.Look.LIGHT, 792, 590);
            Fx.run(panel::shown);
        }

        void eventually(String what, java.util.function.Predicate<Shown> isSo) {
            Fx.eventually(what, () -> isSo.test(this));
        }

        boolean allTextsAreKnown() {
            return hasStatements()
                    && table().getItems().stream().allMatch(row -> row.get().textIsKnown());
        }

        boolean hasStatements() {
            return !table().getItems().isEmpty();
        }

        boolean saysWhatIsMissing() {
            return view.lookup("#title") instanceof Label label && !label.getText().isEmpty();
        }

        @SuppressWarnings("unchecked")
        private TableView<LiveRow<StatementLine>> table() {
            return (TableView<LiveRow<StatementLine>>) view.lookup("#statements");
        }

        /** Reads once more and waits until that is shown and every text it wished for, too. */
        void settle() {
            PanelAge before = PanelAge.of(panel);
            Fx.run(panel::refresh);
            eventually("a newer reading is shown", shown -> PanelAge.of(panel).isAfter(before));
            eventually("no text is on its way", shown -> shown.panel.wishesForNothing());
        }

        @Override
        public void close() {
            Fx.run(panel::close);
            session.close();
        }
    }

    /** When the panel's content was read. */
    private record PanelAge(java.time.Instant takenAt) {
        static PanelAge of(StatementsPanel panel) {
            return new PanelAge(panel.state().takenAt().orElse(java.time.Instant.EPOCH));
        }

        boolean isAfter(PanelAge other) {
            return takenAt.isAfter(other.takenAt);
        }
    }

    /** How often texts were read, by the server's own count. */
    private static long textReads(TestServer server) throws SQLException {
        return calls(server, "left(s.query");
    }

    private static long readings(TestServer server) throws SQLException {
        return calls(server, "AS all_total_ms");
    }

    private static long calls(TestServer server, String part) throws SQLException {
        return Long.parseLong(
                server.ask(
                        "SELECT coalesce(sum(calls), 0) FROM pg_stat_statements"
                                + " WHERE query LIKE '%/* howdah */%"
                                + part
                                + "%'"));
    }

    private static void runMany(TestServer server, int value, int statements) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < statements; i++) {
                StringBuilder sql = new StringBuilder("SELECT " + value);
                for (int bit = 0; bit < 6; bit++) {
                    sql.append((i >> bit & 1) == 0 ? " + 1" : " * 2");
                }
                statement.execute(sql.toString());
            }
        }
    }
}
