package dev.howdah.app;

import dev.howdah.app.copies.CopyDesk;
import dev.howdah.app.desk.ProviderWork;
import dev.howdah.app.desk.ServerDesk;
import dev.howdah.app.desk.ServerQuestions;
import dev.howdah.app.dialogs.Dialogs;
import dev.howdah.app.journal.JournalVisit;
import dev.howdah.app.journal.UndoOffer;
import dev.howdah.app.journal.Undoing;
import dev.howdah.app.lab.LabRunner;
import dev.howdah.app.memory.TableMemory;
import dev.howdah.app.memory.WindowMemory;
import dev.howdah.app.rail.RailEntry;
import dev.howdah.app.rail.RailViewModel;
import dev.howdah.app.status.StatusViewModel;
import dev.howdah.app.status.TrialWatch;
import dev.howdah.app.window.MainWindowController;
import dev.howdah.app.window.OpenServer;
import dev.howdah.app.workbench.SecretClipboard;
import dev.howdah.app.workbench.WindowWorkbench;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.file.AppFolders;
import dev.howdah.dump.ToolFiles;
import dev.howdah.history.CertificateHistory;
import dev.howdah.history.ClientHistory;
import dev.howdah.history.DailyPeaks;
import dev.howdah.history.RestoreProofHistory;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.journal.JournalReader;
import dev.howdah.profile.ProfileStore;
import dev.howdah.profile.secret.Secrets;
import dev.howdah.provider.http.HttpWire;
import dev.howdah.provider.lab.LabProvider;
import dev.howdah.provider.trial.folder.TrialFolder;
import dev.howdah.provider.trial.guard.FreshLogin;
import dev.howdah.provider.trial.guard.GuardedProvider;
import dev.howdah.provider.trial.guard.LockOutGuard;
import dev.howdah.session.Hosting;
import dev.howdah.session.Providers;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.connect.ConnectDialog;
import dev.howdah.ui.journal.JournalPage;
import dev.howdah.ui.operations.LocalWorks;
import dev.howdah.ui.operations.OperationsViewModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.scene.Parent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes every service of the program and hands each what it needs. The only place that does. */
public final class Wiring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    private static final Texts TEXTS = Texts.of(Wiring.class);

    /** Enough to find both lines of the last change, whatever else went on. */
    private static final int LAST_LINES = 100;

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Clock clock;
    private final AppFolders folders;
    private final Desktop desktop;
    final CertificateHistory certificates;
    final TrialFolder trials;
    final TrialWatch trialWatch;
    final LeftTrials leftTrials;
    private final JournalReader reader;
    private final Undoing undoing;
    private final UndoOffer undoOffer;
    private final LocalWorks works;
    final WindowMemory memory;
    final TableMemory tables;
    final ProfileStore profiles;
    final FileChangeLog log;
    final RestoreProofHistory restores;
    final DailyPeaks peaks;
    final ClientHistory clients;
    final ChangeRunner changes;
    final Secrets secrets;
    final Providers providers;
    final LabRunner lab;
    final RailViewModel rail;
    final StatusViewModel status;
    final ProviderWork providerWork;
    final JournalVisit journal;
    final MainWindowController window;
    final Parent view;
    final Dialogs dialogs;
    final SecretClipboard clipboard = new SecretClipboard(SecretClipboard.LENT);
    final ServerDesk desk;
    final CopyDesk copies;
    final ServerQuestions questions;

    /** Builds the window and everything behind it; connects to nothing. JavaFX thread. */
    Wiring(AppFolders folders, Desktop desktop) throws ProblemException {
        this.folders = folders;
        this.desktop = desktop;
        this.clock = desktop.clock();
        secrets = new Secrets(desktop.keychain());
        memory = new WindowMemory(folders.data().resolve("window.json"));
        tables = new TableMemory(memory);
        profiles = new ProfileStore(folders.data());
        certificates = new CertificateHistory(folders.data());
        log = new FileChangeLog(folders.data());
        FileOperationLog operationLog = new FileOperationLog(folders.data());
        changes = new ChangeRunner(log, clock);
        reader = new JournalReader(log, operationLog, changes::isRunning, LabProvider.ID::equals);
        providers =
                new Providers(operationLog, secrets, desktop.environment(), HttpWire.usual(clock));
        restores = new RestoreProofHistory(folders.data());
        peaks = new DailyPeaks(folders.data());
        clients = new ClientHistory(folders.data());
        lab = new LabRunner(folders.lab(), background);
        rail = new RailViewModel(RailEntry.ofLab(LabRunner.ID, TEXTS.text("lab.name")));
        status = new StatusViewModel(clock);
        trials = new TrialFolder(folders.data());
        trialWatch = new TrialWatch(status);
        leftTrials = new LeftTrials(this);
        background.execute(this::sweepTools);
        OperationsViewModel operations = new OperationsViewModel(clock);
        works = new LocalWorks(operations);
        window = new MainWindowController(rail, status, operations, lab);
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
                        new ServerWiring(this)::open,
                        questions,
                        background,
                        Platform::runLater);
        questions.setDesk(desk);
        window.setActions(desk);
        providerWork =
                new ProviderWork(
                        operations,
                        status,
                        dialogs,
                        background,
                        Platform::runLater,
                        new WorkEnds());
        desk.onFront(providerWork::front);
        desk.onClosed(providerWork::closed);
        undoing =
                new Undoing(
                        log,
                        reader,
                        status,
                        rail,
                        desk,
                        dialogs,
                        background,
                        Platform::runLater,
                        clock);
        undoOffer = new UndoOffer(reader, status, background, Platform::runLater);
        Workbench bench = workbench((_, _) -> {}, () -> {});
        copies =
                new CopyDesk(
                        lab,
                        operationLog,
                        rail,
                        desk,
                        change -> bench.confirm(change, _ -> {}),
                        background,
                        Platform::runLater,
                        clock);
        copies.follow(operations);
        journal =
                new JournalVisit(
                        rail, desk, window, undoing, acts -> new JournalPage(reader, bench, acts));
        window.setPages(new WindowPages());
    }

    /** The tools that ran when the console was killed, and what they needed, are of no use. */
    private void sweepTools() {
        try {
            ToolFiles.sweep(folders.unpacked());
        } catch (IOException e) {
            LOG.warn("What an earlier start has left of client tools could not be removed.", e);
        }
    }

    private Optional<Path> chooseFolder(String question) {
        return desktop.folders().ask(question, Optional.of(view.getScene().getWindow()));
    }

    /**
     * What a page may do to the window.
     *
     * @param onServer called when a change ran
     */
    Workbench workbench(BiConsumer<Place, String> goTo, Runnable onServer) {
        return new WindowWorkbench(
                dialogs,
                changes,
                new WindowWorkbench.Speaking(status, works),
                clipboard,
                background,
                clock,
                goTo,
                new AfterChange(onServer),
                this::chooseFolder);
    }

    /** What the status line and the rail lead to. */
    private final class WindowPages implements MainWindowController.Pages {
        @Override
        public void journal() {
            journal.show();
        }

        @Override
        public void journal(UUID change) {
            journal.show(change);
        }

        @Override
        public void operations() {
            providerWork.show();
        }
    }

    /** When a provider has come to an end with something. */
    private final class WorkEnds implements ProviderWork.Ends {
        @Override
        public void ended(UUID operation) {
            journal.refresh();
            undoOffer.look(operation, () -> undoing.undo(operation));
        }
    }

    /** A change ran: its server's provider is asked, and the journal is read anew. */
    private final class AfterChange implements WindowWorkbench.Afterwards {
        private final Runnable onServer;

        AfterChange(Runnable onServer) {
            this.onServer = onServer;
        }

        @Override
        public void ran() {
            onServer.run();
            journal.refresh();
        }

        @Override
        public void undo(UUID change) {
            undoing.undo(change);
        }
    }

    /** What was done last is said again after a restart. Blocks on the disk. */
    void restoreLastChange() {
        try {
            reader.read(LAST_LINES).changes().stream()
                    .findFirst()
                    .ifPresent(
                            last -> Platform.runLater(() -> status.restore(last, undoing::undo)));
        } catch (ProblemException e) {
            // the journal's own page says what is wrong with it
            LOG.debug("The last change is not known", e);
        }
    }

    /** Over what is put on trial at a service. Looks at nothing yet. */
    LockOutGuard guard(Hosting hosting, boolean encrypted, FreshLogin login) {
        return new LockOutGuard(
                new GuardedProvider(hosting.provider(), hosting.operations(), changes, encrypted),
                trials,
                login,
                background,
                Platform::runLater,
                clock);
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
        leftTrials.close();
        copies.close();
        lab.close();
        background.shutdown();
    }
}
