package dev.howdah.app;

import dev.howdah.core.AppFolders;
import dev.howdah.core.ChangeRunner;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.history.CertificateHistory;
import dev.howdah.history.RestoreProofHistory;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.profile.Profile;
import dev.howdah.profile.ProfileStore;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.ServerTab;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.backups.BackupsTab;
import dev.howdah.ui.backups.RestoredCopies;
import dev.howdah.ui.overview.OverviewTab;
import dev.howdah.ui.settings.SettingsTab;
import dev.howdah.ui.stats.StatsTab;
import dev.howdah.ui.users.UsersTab;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Parent;

/** Makes every service of the program and hands each what it needs. The only place that does. */
final class Wiring implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(Wiring.class);

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Clock clock = Clock.systemUTC();
    private final AppFolders folders;
    private final CertificateHistory certificates;
    final WindowMemory memory;
    final TableMemory tables;
    final ProfileStore profiles;
    private final FileChangeLog journal;
    private final RestoreProofHistory restores;
    final ChangeRunner changes;
    final Passwords passwords = new Passwords();
    final LabRunner lab;
    final RailViewModel rail;
    final StatusViewModel status;
    final MainWindowController window;
    final Parent view;
    final Dialogs dialogs;
    final SecretClipboard clipboard = new SecretClipboard(SecretClipboard.LENT);
    final ServerDesk desk;
    final ServerQuestions questions;

    /** Builds the window and everything behind it; connects to nothing. JavaFX thread. */
    Wiring(AppFolders folders) throws ProblemException {
        this.folders = folders;
        memory = new WindowMemory(folders.data().resolve("window.json"));
        tables = new TableMemory(memory);
        profiles = new ProfileStore(folders.data());
        certificates = new CertificateHistory(folders.data());
        journal = new FileChangeLog(folders.data());
        restores = new RestoreProofHistory(folders.data());
        changes = new ChangeRunner(journal, clock);
        lab = new LabRunner(folders.lab(), background);
        rail = new RailViewModel(RailEntry.ofLab(LabRunner.ID, TEXTS.text("lab.name")));
        status = new StatusViewModel(clock);
        window = new MainWindowController(rail, status, lab);
        view = FxmlViews.load(window);
        dialogs = window.dialogs();
        questions = new ServerQuestions(profiles, background);
        desk = new ServerDesk(rail, window, lab, passwords, this::open, questions, background);
        questions.setDesk(desk);
        window.setActions(desk);
    }

    private OpenServer open(RailEntry entry, Profile profile, Secret password)
            throws ProblemException {
        Session session = new Session(profile, () -> password, Platform::runLater, clock);
        ServerPaneHolder holder = new ServerPaneHolder();
        Workbench workbench =
                new WindowWorkbench(
                        dialogs, changes, status, clipboard, background, clock, holder::goTo);
        List<ServerTab> tabs =
                List.of(
                        new OverviewTab(session, workbench),
                        new UsersTab(session, workbench, certificates, this::openSessions),
                        BackupsTab.of(
                                session,
                                workbench,
                                journal::newest,
                                restores,
                                RestoredCopies.among(this::openSessions, session)),
                        StatsTab.of(session, workbench),
                        SettingsTab.of(session, workbench));
        HeaderViewModel header = new HeaderViewModel(session, entry, lab.workload());
        ServerPaneController pane = new ServerPaneController(tabs, header, tables);
        holder.pane = Optional.of(pane);
        return new OpenServer(entry, session, pane, FxmlViews.load(pane));
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
        desk.openServers().forEach(server -> server.session().close());
        lab.close();
        background.shutdown();
    }
}
