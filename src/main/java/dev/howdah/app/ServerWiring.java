package dev.howdah.app;

import dev.howdah.app.copies.CopyDesk;
import dev.howdah.app.rail.RailEntry;
import dev.howdah.app.window.AwaitedPane;
import dev.howdah.app.window.HeaderViewModel;
import dev.howdah.app.window.OpenServer;
import dev.howdah.app.window.ServerPaneController;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.lab.LabCluster;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.provider.Provider;
import dev.howdah.provider.trial.guard.GuardClock;
import dev.howdah.provider.trial.guard.LockOutGuard;
import dev.howdah.session.Hosting;
import dev.howdah.session.LoadPeaks;
import dev.howdah.session.SeenClients;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.ServerTab;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.backups.BackupsTab;
import dev.howdah.ui.backups.copies.CopiesInLab;
import dev.howdah.ui.operations.ServerOperations;
import dev.howdah.ui.overview.OverviewTab;
import dev.howdah.ui.settings.SettingsTab;
import dev.howdah.ui.stats.StatsTab;
import dev.howdah.ui.users.UsersTab;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.application.Platform;

/** The other half of {@link Wiring}: makes all that belongs to one open server. */
final class ServerWiring {
    private static final Texts TEXTS = Texts.of(ServerWiring.class);

    private final Wiring window;

    /**
     * @param window asked for its parts only when a server is opened, for then it is whole
     */
    ServerWiring(Wiring window) {
        this.window = window;
    }

    /** Blocks on nothing; the session connects by itself. JavaFX thread. */
    OpenServer open(RailEntry entry, Profile profile, Secret password) throws ProblemException {
        Clock clock = window.clock();
        ExecutorService background = window.background();
        Session session =
                new Session(
                        profile,
                        () -> password,
                        hosting(entry, profile),
                        Platform::runLater,
                        clock);
        LockOutGuard guard =
                window.guard(
                        session.hosting(),
                        profile.target().tls() != TlsMode.DISABLE,
                        session::logInAnew);
        AwaitedPane holder = new AwaitedPane();
        CopiesInLab inLab = window.copies.of(entry, session);
        Workbench workbench = window.workbench(holder::goTo, holder::lookAgain);
        List<ServerTab> tabs =
                List.of(
                        new OverviewTab(session, workbench),
                        new UsersTab(session, workbench, window.certificates, this::openSessions),
                        BackupsTab.of(
                                session,
                                workbench,
                                limit -> window.log.read(limit).newest(),
                                window.restores,
                                CopyDesk.of(inLab, this::openSessions, session),
                                inLab),
                        StatsTab.of(session, workbench),
                        SettingsTab.of(
                                session,
                                workbench,
                                this::openSessions,
                                guard,
                                new LoadPeaks(
                                        session,
                                        window.peaks,
                                        background,
                                        Platform::runLater,
                                        clock),
                                new SeenClients(
                                        profile.id(),
                                        window.clients,
                                        background,
                                        Platform::runLater,
                                        clock)));
        HeaderViewModel header = new HeaderViewModel(session, entry, window.lab.workload());
        ServerPaneController pane = new ServerPaneController(tabs, header, window.tables);
        ServerOperations work = window.providerWork.follow(entry, session);
        watch(session.hosting().provider(), guard, entry, holder);
        holder.is(pane, work);
        return new OpenServer(
                entry,
                session,
                new GuardClock(
                        guard, window.leftTrials.handOver(session.hosting().provider().id())),
                pane,
                FxmlViews.load(pane),
                workbench,
                work);
    }

    private void watch(Provider provider, LockOutGuard guard, RailEntry entry, AwaitedPane holder) {
        Runnable show =
                () -> {
                    window.desk.choose(entry);
                    holder.goTo(Place.SETTINGS_ALLOWLIST, "");
                };
        Runnable _ =
                guard.news()
                        .subscribe(state -> window.trialWatch.heard(provider.id(), state, show));
    }

    private Hosting hosting(RailEntry entry, Profile profile) {
        if (entry.isCopy()) {
            return Hosting.nobody(
                    TEXTS.text("copies.noProvider"), Platform::runLater, window.clock());
        }
        Optional<LabCluster> cluster = entry.isLab() ? window.lab.cluster() : Optional.empty();
        return cluster.map(running ->
                        window.providers.hosting(running, Platform::runLater, window.clock()))
                .orElseGet(() ->
                        window.providers.hosting(profile, Platform::runLater, window.clock()));
    }

    private List<Session> openSessions() {
        return window.desk.openServers().stream().map(OpenServer::session).toList();
    }
}
