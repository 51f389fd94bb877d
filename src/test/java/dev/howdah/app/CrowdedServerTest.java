package dev.howdah.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.activity.ActivityQuery;
import dev.howdah.pg.activity.SessionCountsQuery;
import dev.howdah.pg.activity.SessionCountsSnapshot;
import dev.howdah.pg.activity.locks.LocksQuery;
import dev.howdah.pg.archive.ArchiveQuery;
import dev.howdah.pg.roles.RolesQuery;
import dev.howdah.pg.server.replication.ReplicationQuery;
import dev.howdah.pg.server.sizes.SchemasQuery;
import dev.howdah.pg.server.sizes.SizesQuery;
import dev.howdah.pg.server.vitals.VitalsQuery;
import dev.howdah.pg.settings.SettingsQuery;
import dev.howdah.pg.statements.StatementsCut;
import dev.howdah.pg.statements.StatementsQuery;
import dev.howdah.pg.statements.StatementsSnapshot;
import dev.howdah.session.Session;
import dev.howdah.testing.Await;
import dev.howdah.testing.BusyServer;
import dev.howdah.testing.Fx;
import dev.howdah.testing.WatchedPanels;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program on a server with a thousand sessions and ten thousand statements. */
class CrowdedServerTest {
    private static final int IDLE = 1_000;
    private static final int STATEMENTS = 10_000;

    @TempDir Path data;

    @Test
    void everyPanelGoesOnTheWindowAnswersAndTheCountsAreTrue() throws Exception {
        try (BusyServer busy = new BusyServer(IDLE, STATEMENTS, 20);
                Screen screen = new Screen(data)) {
            screen.openServer(busy.profile(), BusyServer.consolePassword().reveal());
            screen.awaitText("primary");
            Session session = Fx.call(() -> screen.made().desk.front().orElseThrow().session());
            WatchedPanels panels = everyPanel(session);

            // a panel may show what was read for another one, but nothing from before this
            long before = countStatements(busy);
            panels.awaitAllFreshSince(Instant.now());
            screen.press(KeyCode.CONTROL, KeyCode.DIGIT4);
            screen.awaitText(BusyServer.BUSY_SESSIONS + " of 1,04");
            screen.awaitText("1,000 idle hidden");
            screen.clickText("Statements");
            int shown = statementsOn(screen);
            screen.press(KeyCode.CONTROL, KeyCode.K);
            screen.await(".palette-box");
            screen.press(KeyCode.ESCAPE);
            screen.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            screen.awaitText("shop");
            panels.awaitAllFreshSince(Instant.now());

            assertTrue(before > STATEMENTS, before + " statements");
            assertIsBetween(before, shown, countStatements(busy));
            // what this test asks the server is a session of others, too, while it asks
            Set<Integer> crowd = pidsOfCrowd(busy);
            Await.until(
                    "the crowd and nobody else is counted",
                    () -> pidsOfOthers(panels, session).equals(crowd));
            int read =
                    ((StatementsSnapshot) panels.lastOf("statements").orElseThrow())
                            .all()
                            .statements();
            assertIsBetween(before, read, countStatements(busy));
        }
    }

    private static WatchedPanels everyPanel(Session session) {
        return new WatchedPanels()
                .fast(
                        session,
                        new VitalsQuery(),
                        new ActivityQuery(false),
                        new ActivityQuery(true),
                        new SessionCountsQuery(),
                        new LocksQuery(),
                        new ReplicationQuery(),
                        new ArchiveQuery())
                .slow(
                        session,
                        new SizesQuery(),
                        new SchemasQuery(false),
                        new RolesQuery(),
                        new SettingsQuery(),
                        new StatementsQuery(StatementsCut.NONE));
    }

    /** As the panel says: "10,113 statements · …". */
    private static int statementsOn(Screen screen) {
        String line = screen.awaitText(" statements  ·  ");
        return Integer.parseInt(line.substring(0, line.indexOf(' ')).replace(",", ""));
    }

    private static long countStatements(BusyServer busy) throws SQLException {
        return Long.parseLong(busy.server().ask("SELECT count(*) FROM pg_stat_statements(false)"));
    }

    private static void assertIsBetween(long least, long value, long most) {
        assertTrue(
                least <= value && value <= most,
                value + " is not between " + least + " and " + most);
    }

    private static Set<Integer> pidsOfCrowd(BusyServer busy) throws SQLException {
        String pids =
                busy.server()
                        .ask(
                                "SELECT string_agg(pid::text, ',') FROM pg_stat_activity"
                                        + " WHERE usename = 'shop'");
        return Arrays.stream(pids.split(",", -1)).map(Integer::valueOf).collect(Collectors.toSet());
    }

    /** All sessions but the console's own, as the console counts them. */
    private static Set<Integer> pidsOfOthers(WatchedPanels panels, Session session) {
        return ((SessionCountsSnapshot) panels.lastOf("session-counts").orElseThrow())
                .pids().stream()
                        .filter(pid -> !session.pool().ownPids().contains(pid))
                        .collect(Collectors.toSet());
    }
}
