package dev.howdah.testing;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Environment;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.provider.lab.LabProvider;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.session.Hosting;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.ui.panel.TabPanel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.function.BiFunction;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** A panel on the screen, with its session and what it asked of the window; closes all of it. */
public final class PanelStage<P extends TabPanel> implements AutoCloseable {
    public final Session session;
    public final SomeWorkbench workbench;
    public final P panel;
    public final Parent view;

    private PanelStage(
            Session session, SomeWorkbench workbench, BiFunction<Session, SomeWorkbench, P> make) {
        this.session = session;
        this.workbench = workbench;
        this.panel = Fx.call(() -> make.apply(session, workbench));
        this.view =
                Fx.call(() -> {
                    Parent loaded = panel.view();
                    Fx.style(new Scene(loaded, 744, 540), Fx.Look.LIGHT);
                    loaded.applyCss();
                    loaded.layout();
                    session.shown();
                    panel.shown();
                    return loaded;
                });
    }

    /** Of a session that is closed with it. */
    public static <P extends TabPanel> PanelStage<P> of(
            Session session, BiFunction<Session, SomeWorkbench, P> make) {
        Fx.start();
        return new PanelStage<>(session, new SomeWorkbench(), make);
    }

    /** Before the fake Scalingo, by its clock; nobody reaches the server itself. */
    public static <P extends TabPanel> PanelStage<P> before(
            ScalingoStage stage, Path folder, BiFunction<Session, SomeWorkbench, P> make) {
        Fx.start();
        FileOperationLog log = new FileOperationLog(folder);
        Hosting hosting = new Hosting(stage.provider(log), log, Platform::runLater, stage.clock());
        return new PanelStage<>(
                SomeSessions.hosted(hosting), new SomeWorkbench(stage.clock()), make);
    }

    /** On a lab, as its superuser and with it as the provider. */
    public static <P extends TabPanel> PanelStage<P> on(
            LabCluster lab, Path folder, BiFunction<Session, SomeWorkbench, P> make)
            throws ProblemException {
        Fx.start();
        FileOperationLog log = new FileOperationLog(folder);
        Clock clock = Clock.systemUTC();
        LabAccess access = lab.access();
        PgTarget target =
                PgTarget.of(
                        access.host(),
                        access.port(),
                        access.database(),
                        access.user(),
                        TlsMode.DISABLE);
        Session session =
                new Session(
                        new Profile(UUID.randomUUID(), "Lab", Environment.LAB, target, false),
                        () -> Secret.of(access.password().reveal()),
                        new Hosting(
                                new LabProvider(lab, log, clock), log, Platform::runLater, clock),
                        Platform::runLater,
                        clock);
        return new PanelStage<>(session, new SomeWorkbench(), make);
    }

    /** Of a server that nobody reaches or hosts. */
    public static <P extends TabPanel> PanelStage<P> nowhere(
            BiFunction<Session, SomeWorkbench, P> make) {
        return of(SomeSessions.nowhere(), make);
    }

    /** The provider is asked at once. */
    public void askAgain() {
        Fx.run(() -> session.hosting().loop().askAllNow());
    }

    @Override
    public void close() {
        Fx.run(panel::close);
        session.close();
    }
}
