package dev.howdah.app;

import dev.howdah.core.AppFolders;
import dev.howdah.core.ChangeRunner;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.history.CertificateHistory;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.lab.LabCluster;
import dev.howdah.profile.Profile;
import dev.howdah.profile.ProfileStore;
import dev.howdah.profile.SecretStore;
import dev.howdah.profile.Secrets;
import dev.howdah.provider.Provider;
import dev.howdah.provider.http.HttpWire;
import dev.howdah.provider.trial.AllowlistGuard;
import dev.howdah.provider.trial.GuardClock;
import dev.howdah.provider.trial.GuardedProvider;
import dev.howdah.provider.trial.TrialFolder;
import dev.howdah.session.Hosting;
import dev.howdah.session.Providers;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.ServerTab;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.backups.BackupsTab;
import dev.howdah.ui.connect.ConnectDialog;
import dev.howdah.ui.overview.OverviewTab;
import dev.howdah.ui.settings.SettingsTab;
import dev.howdah.ui.stats.StatsTab;
import dev.howdah.ui.users.UsersTab;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;

/** Makes every service of the program and hands each what it needs. The only place that does. */
final class Wiring implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(Wiring.class);

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Clock clock = Clock.systemUTC();
    private final AppFolders folders;
    private final CertificateHistory certificates;
    private final TrialFolder trials;
    private final TrialWatch trialWatch;
    final WindowMemory memory;
    final TableMemory tables;
    final ProfileStore profiles;
    final ChangeRunner changes;
    final Secrets secrets;
    final Providers providers;
    final LabRunner lab;
    final RailViewModel rail;
    final StatusViewModel status;
    final MainWindowController window;
    final Parent view;
    final Dialogs dialogs;
    final SecretClipboard clipboard = new SecretClipboard(SecretClipboard.LENT);
    final ServerDesk desk;
    final ServerQuestions questions;

    /**
     * Builds the window and everything behind it; connects to nothing. JavaFX thread.
     *
     * @param keychain opens the desktop's when it is first needed
     */
    Wiring(AppFolders folders, Supplier<SecretStore> keychain) throws ProblemException {
        this.folders = folders;
        secrets = new Secrets(keychain);
        memory = new WindowMemory(folders.data().resolve("window.json"));
        tables = new TableMemory(memory);
        profiles = new ProfileStore(folders.data());
        certificates = new CertificateHistory(folders.data());
        changes = new ChangeRunner(new FileChangeLog(folders.data()), clock);
        providers =
                new Providers(
                        new FileOperationLog(folders.data()),
                        secrets,
                        System.getenv(),
                        HttpWire.usual());
        lab = new LabRunner(folders.lab(), background);
        rail = new RailViewModel(RailEntry.ofLab(LabRunner.ID, TEXTS.text("lab.name")));
        status = new StatusViewModel(clock);
        trials = new TrialFolder(folders.data());
        trialWatch = new TrialWatch(trials, status);
        trialWatch.begin(background, Platform::runLater);
        window = new MainWindowController(rail, status, lab);
        view = FxmlViews.load(window);
        dialogs = window.dialogs();
        questions =
                new ServerQuestions(
                        new ConnectDialog.Stores(profiles, secrets, providers),
                        background,
                        status::say);
        desk =
                new ServerDesk(
                        rail,
                        window,
                        lab,
                        secrets,
                        this::open,
                        questions,
                        background,
                        Platform::runLater);
        questions.setDesk(desk);
        window.setActions(desk);
    }

    private OpenServer open(RailEntry entry, Profile profile, Secret password)
            throws ProblemException {
        Session session =
                new Session(
                        profile,
                        () -> password,
                        hosting(entry, profile),
                        Platform::runLater,
                        clock);
        AllowlistGuard guard =
                new AllowlistGuard(
                        new GuardedProvider(
                                session.hosting().provider(),
                                session.hosting().operations(),
                                changes),
                        trials,
                        session::logInAnew,
                        background,
                        Platform::runLater,
                        clock);
        ServerPaneHolder holder = new ServerPaneHolder();
        Workbench workbench =
                new WindowWorkbench(
                        dialogs, changes, status, clipboard, background, clock, holder::goTo);
        List<ServerTab> tabs =
                List.of(
                        new OverviewTab(session, workbench),
                        new UsersTab(session, workbench, certificates, this::openSessions),
                        new BackupsTab(session, workbench),
                        StatsTab.of(session, workbench),
                        SettingsTab.of(session, workbench, this::openSessions, guard));
        HeaderViewModel header = new HeaderViewModel(session, entry, lab.workload());
        ServerPaneController pane = new ServerPaneController(tabs, header, tables);
        holder.pane = Optional.of(pane);
        watch(session.hosting().provider(), guard, entry, holder);
        return new OpenServer(entry, session, new GuardClock(guard), pane, FxmlViews.load(pane));
    }

    private void watch(
            Provider provider, AllowlistGuard guard, RailEntry entry, ServerPaneHolder holder) {
        Runnable show =
                () -> {
                    desk.choose(entry);
                    holder.goTo(Place.SETTINGS_ALLOWLIST, "");
                };
        Runnable _ = guard.news().subscribe(state -> trialWatch.heard(provider.id(), state, show));
    }

    private Hosting hosting(RailEntry entry, Profile profile) {
        Optional<LabCluster> cluster = entry.isLab() ? lab.cluster() : Optional.empty();
        return cluster.map(running -> providers.hosting(running, Platform::runLater, clock))
                .orElseGet(() -> providers.hosting(profile, Platform::runLater, clock));
    }

    private List<Session> openSessions() {
        return desk.openServers().stream().map(OpenServer::session).toList();
    }

    /** Tabs can send the person elsewhere before the pane that holds them exists. */
    private static final class ServerPaneHolder {
        private Optional<ServerPaneController> pane = Optional.empty();

        void goTo(Place place, String filter) {
            pane.ifPresent(there -> there.goTo(place, filter));
        }
    }

    ExecutorService background() {
        return background;
    }

    Clock clock() {
        return clock;
    }

    AppFolders folders() {
        return folders;
    }

    /**
     * Ends every session and the lab. Blocks for some seconds at most; not on the JavaFX thread.
     */
    @Override
    public void close() {
        desk.openServers().forEach(OpenServer::end);
        lab.close();
        background.shutdown();
    }
}
