package dev.howdah.ui.stats.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Secret;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.profile.Profile;
import dev.howdah.session.Session;
import dev.howdah.testing.Await;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.table.LiveRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The panel on a real server, from a session that blocks to its end. */
final class ActivityPanelTest {
    private final TestServer server = TestServer.newest();
    private final SomeWorkbench workbench = new SomeWorkbench();
    private Session session;
    private ActivityPanel panel;
    private Parent view;
    private TableView<LiveRow<SessionRow>> table;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void open() throws Exception {
        PgTarget target =
                PgTarget.of(
                        server.host(), server.port(), "postgres", server.user(), TlsMode.DISABLE);
        Fx.start();
        session =
                new Session(
                        new Profile(UUID.randomUUID(), "test", Environment.LAB, target, false),
                        () -> Secret.of(server.password()),
                        Platform::runLater,
                        Clock.systemUTC());
        panel = Fx.call(() -> new ActivityPanel(session, workbench));
        view = Fx.call(panel::view);
        table =
                Fx.call(() -> {
                    Scene scene = new Scene(view, 1_000, 700);
                    Fx.style(scene, Fx.Look.LIGHT);
                    view.applyCss();
                    view.layout();
                    return (TableView<LiveRow<SessionRow>>) view.lookup("#sessions");
                });
        Fx.run(panel::shown);
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(panel::close);
        session.close();
    }

    private Optional<LiveRow<SessionRow>> rowOf(int pid) {
        return Fx.call(
                () -> table.getItems().stream().filter(row -> row.get().pid() == pid).findFirst());
    }

    private static int pidOf(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT pg_backend_pid()")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void findsASessionTerminatesItAndSeesItGo() throws Exception {
        try (Connection forgetful = server.connect()) {
            int pid = pidOf(forgetful);
            forgetful.setAutoCommit(false);
            forgetful.createStatement().execute("SELECT 'forgot to commit'");
            Await.until("it is listed", () -> rowOf(pid).isPresent());

            Fx.run(() -> {
                table.getSelectionModel().select(rowOf(pid).orElseThrow());
                ((Button) view.lookup("#terminate")).fire();
            });
            ChangeOutcome outcome = workbench.changes.getFirst().action().run();

            assertEquals("1 of 1 session ended.", outcome.sentence());
            Await.until("it has left", () -> rowOf(pid).isEmpty());
            assertTrue(Fx.call(() -> table.getSelectionModel().isEmpty()));
        }
    }

    @Test
    void showsIdleOnesOnRequestAndOurselvesNever() throws Exception {
        try (Connection idle = server.connect()) {
            int pid = pidOf(idle);
            Await.until("it was read", () -> !session.pool().ownPids().isEmpty());
            // it may have been seen while it asked for its pid
            Await.until("it is hidden", () -> rowOf(pid).isEmpty());

            Fx.run(() -> ((CheckBox) view.lookup("#idleToo")).fire());

            Await.until("it is listed", () -> rowOf(pid).isPresent());
            for (int own : session.pool().ownPids()) {
                assertEquals(Optional.empty(), rowOf(own));
            }
        }
    }
}
