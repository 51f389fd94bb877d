package dev.howdah.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Secret;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.Environment;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.provider.Operations;
import dev.howdah.provider.Provider;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.provider.trial.TrialState;
import dev.howdah.provider.trial.folder.TrialFolder;
import dev.howdah.provider.trial.guard.GuardedProvider;
import dev.howdah.provider.trial.guard.LockOutGuard;
import dev.howdah.session.Hosting;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.ServerTab;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The panel with a real server, a provider over HTTP, and logins for proof. */
class AllowlistPanelTest {
    private final TestServer server = TestServer.newest();
    private final SomeWorkbench workbench = new SomeWorkbench();

    @TempDir Path folder;

    @Test
    void leadsFromATypedRangeToAListThatIsProvenByANewLoginAndKept() throws Exception {
        Fx.start();
        FileOperationLog log = new FileOperationLog(folder);
        try (ScalingoStage scalingo = new ScalingoStage(true, true);
                Session session =
                        session(
                                new Hosting(
                                        scalingo.provider(log),
                                        log,
                                        Platform::runLater,
                                        Clock.systemUTC()))) {
            ChangeRunner runner = new ChangeRunner(new FileChangeLog(folder), scalingo.clock());
            Provider provider = session.hosting().provider();
            LockOutGuard guard =
                    new LockOutGuard(
                            new GuardedProvider(
                                    provider,
                                    new Operations(provider, log, scalingo.clock()),
                                    runner,
                                    false),
                            new TrialFolder(folder),
                            session::logInAnew,
                            Runnable::run,
                            Platform::runLater,
                            scalingo.clock());
            ServerTab tab =
                    Fx.call(() ->
                            SettingsTab.of(
                                    session,
                                    workbench,
                                    List::of,
                                    guard,
                                    SomeSessions.peaks(session, folder),
                                    SomeSessions.clients(
                                            session.profile().id(), folder, Clock.systemUTC())));
            Parent view =
                    Fx.call(() -> {
                        Parent made = tab.view();
                        Fx.style(new Scene(made, 792, 590), Fx.Look.LIGHT);
                        tab.shown();
                        return made;
                    });
            TableView<?> rules = (TableView<?>) view.lookup("#rules");
            Fx.eventually("the rule of the fake", () -> rules.getItems().size() == 1);
            Fx.eventually("who comes", () -> text(view).contains("127.0.0.1"));

            Fx.run(() -> {
                ((TextField) view.lookup("#range")).setText("203.0.113.0/24");
                ((Button) view.lookup("#add")).fire();
                ((Button) view.lookup("#apply")).fire();
            });
            runner.run(workbench.changes.getFirst());
            scalingo.pass(Duration.ofSeconds(125));
            guard.tick();
            Fx.eventually("it can be kept", () -> !view.lookup("#keep").isDisabled());
            Fx.run(() -> ((Button) view.lookup("#keep")).fire());
            guard.tick();

            TrialState.Ended ended = assertInstanceOf(TrialState.Ended.class, guard.news().state());
            assertEquals(TrialState.End.KEPT, ended.end());
            assertEquals(List.of("192.0.2.0/24", "203.0.113.0/24"), scalingo.allowed());
            Fx.eventually(
                    "the list is read again, so that nothing is left to change",
                    () -> !view.lookup("#changes").isVisible() && rules.getItems().size() == 2);
            Fx.run(() -> ((Button) view.lookup(".panel-sql")).fire());
            assertTrue(workbench.statements.getFirst().contains("client_addr"));
            Fx.run(() -> {
                tab.hidden();
                tab.close();
            });
        }
    }

    private static String text(Parent view) {
        return ((Label) view.lookup("#own")).getText();
    }

    private Session session(Hosting hosting) throws Exception {
        PgTarget target =
                PgTarget.of(
                        server.host(), server.port(), "postgres", server.user(), TlsMode.DISABLE);
        Profile profile =
                new Profile(UUID.randomUUID(), "orders", Environment.STAGING, target, false);
        return new Session(
                profile,
                () -> Secret.of(server.password()),
                hosting,
                Platform::runLater,
                Clock.systemUTC());
    }
}
