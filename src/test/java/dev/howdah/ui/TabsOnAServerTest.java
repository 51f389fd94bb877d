package dev.howdah.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Environment;
import dev.howdah.history.CertificateHistory;
import dev.howdah.history.RestoreProofHistory;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.backups.BackupsTab;
import dev.howdah.ui.backups.copies.SomeCopies;
import dev.howdah.ui.settings.SettingsTab;
import dev.howdah.ui.users.UsersTab;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole tabs, from the statement to the screen, on a real server. */
class TabsOnAServerTest {
    @TempDir Path folder;

    private final TestServer server = TestServer.newest();
    private final SomeWorkbench workbench = new SomeWorkbench();
    private final Session session = open();

    /** Before the session, which tells its news there. */
    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void usersListsTheRolesOfTheServer() {
        Parent view =
                show((session, workbench) ->
                        new UsersTab(session, workbench, new CertificateHistory(folder), List::of));

        TableView<?> roles = eventuallyFilled(view, "#roles");
        assertTrue(Fx.call(() -> roles.getItems().size()) >= 2, "a heading and the superuser");
        Fx.eventually("our own role", () -> text(view, ".detail-page .page-title", "postgres"));
    }

    @Test
    void usersIsSentToARole() {
        UsersTab tab =
                Fx.call(() ->
                        new UsersTab(session, workbench, new CertificateHistory(folder), List::of));
        Parent view = show(tab);
        TableView<?> roles = eventuallyFilled(view, "#roles");

        Fx.run(() -> tab.select(Place.USERS, "pg_monitor"));

        Fx.eventually("only what matches", () -> roles.getItems().size() == 2);
    }

    @Test
    void backupsSaysItsSentence() {
        ServerTab tab =
                Fx.call(() ->
                        BackupsTab.of(
                                session,
                                workbench,
                                _ -> List.of(),
                                new RestoreProofHistory(folder),
                                List::of,
                                new SomeCopies()));
        Parent view = show(tab);
        Fx.run(() -> tab.select(Place.BACKUPS_ARCHIVE, ""));

        Fx.eventually(
                "the sentence",
                () ->
                        text(
                                view,
                                "#sentence",
                                "No WAL archive is configured here: nothing on this server would"
                                        + " survive its disk."));
        Fx.run(() -> ((Button) view.lookup(".panel-sql")).fire());
        assertTrue(workbench.statements.getFirst().contains("pg_stat_archiver"));
    }

    @Test
    void aNewLoginLeavesNothingBehind() throws Exception {
        session.logInAnew();
        assertEquals(0, session.pool().openSessions(), "the pool had no part in it");
    }

    @Test
    void settingsReadsThePanelInFront() {
        ServerTab tab =
                Fx.call(() ->
                        SettingsTab.of(
                                session,
                                workbench,
                                List::of,
                                SomeSessions.guard(session, folder),
                                SomeSessions.peaks(session, folder),
                                SomeSessions.clients(
                                        session.profile().id(), folder, Clock.systemUTC())));
        Parent view = show(tab);
        TableView<?> addresses = eventuallyFilled(view, "#rules");
        assertEquals(1, Fx.call(() -> addresses.getItems().size()), "all come from here");
        Fx.run(() -> tab.select(Place.SETTINGS_PARAMETERS, ""));
        TableView<?> parameters = eventuallyFilled(view, "#parameters");
        assertTrue(Fx.call(() -> parameters.getItems().size()) > 300);

        Fx.run(() -> tab.select(Place.SETTINGS_EXTENSIONS, "plpgsql"));

        TableView<?> extensions = eventuallyFilled(view, "#extensions");
        assertEquals(1, Fx.call(() -> extensions.getItems().size()));

        Fx.run(() -> extensions.getSelectionModel().selectFirst());
        Button drop = (Button) view.lookup("#drop");
        assertFalse(Fx.call(drop::isDisabled));
        Fx.run(drop::fire);
        Fx.eventually("the change is shown", () -> !workbench.changes.isEmpty());
        assertEquals(
                "DROP EXTENSION \"plpgsql\" RESTRICT;", workbench.changes.getFirst().preview());
    }

    private Session open() {
        PgTarget target =
                PgTarget.of(
                        server.host(), server.port(), "postgres", server.user(), TlsMode.DISABLE);
        Profile profile = new Profile(UUID.randomUUID(), "test", Environment.LAB, target, false);
        try {
            return new Session(
                    profile,
                    () -> Secret.of(server.password()),
                    Platform::runLater,
                    Clock.systemUTC());
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    private Parent show(BiFunction<Session, Workbench, ServerTab> door) {
        return show(Fx.call(() -> door.apply(session, workbench)));
    }

    private static Parent show(ServerTab tab) {
        return Fx.call(() -> {
            Parent view = tab.view();
            Fx.style(new Scene(view, 792, 590), Fx.Look.LIGHT);
            view.applyCss();
            view.layout();
            tab.shown();
            return view;
        });
    }

    private static TableView<?> eventuallyFilled(Parent view, String id) {
        Fx.eventually(
                "rows in " + id,
                () -> {
                    view.applyCss();
                    view.layout();
                    return view.lookup(id) instanceof TableView<?> table
                            && !table.getItems().isEmpty();
                });
        return Fx.call(() -> (TableView<?>) view.lookup(id));
    }

    private static boolean text(Parent view, String selector, String expected) {
        view.applyCss();
        view.layout();
        return view.lookup(selector) instanceof Label label && label.getText().equals(expected);
    }
}
