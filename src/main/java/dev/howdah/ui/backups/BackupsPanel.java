package dev.howdah.ui.backups;

import dev.howdah.backup.FileVerdict;
import dev.howdah.core.Change;
import dev.howdah.core.ChangeLog;
import dev.howdah.core.Operation;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.history.FileProof;
import dev.howdah.history.RestoreProofHistory;
import dev.howdah.pg.archive.ArchiveQuery;
import dev.howdah.pg.restore.RestoreProof;
import dev.howdah.pg.server.vitals.VitalsSnapshot;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.service.ServiceEvent;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import dev.howdah.session.VitalsSample;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.TabPanel;
import dev.howdah.ui.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;

/** The page of backups of one server: what it reads, and what it asks of the provider. */
final class BackupsPanel implements TabPanel, BackupRequests {
    private static final Texts TEXTS = Texts.of(BackupsPanel.class);
    private static final Duration OFTEN = Duration.ofSeconds(30);
    private static final Duration SELDOM = Duration.ofMinutes(2);
    private static final int MOST_EVENTS = 100;
    private static final ProviderQuestion<List<ServiceEvent>> EVENTS =
            new ProviderQuestion<>(
                    "events " + MOST_EVENTS, provider -> provider.events(MOST_EVENTS));
    private static final int MOST_CHANGES = 500;

    private final Session session;
    private final Workbench workbench;
    private final RecentChanges journal;
    private final RestoreProofHistory proofs;
    private final CopiesInLab lab;
    private final ZoneId zone = ZoneId.systemDefault();
    private final BackupsViewModel model;
    private final PickViewModel pick;
    private final Downloads downloads;
    private final BackupActs acts;
    private final List<Subscription> reads;
    private final List<Subscription> provided;
    private final EndedWork endedWork = new EndedWork();
    private Runnable vitals = () -> {};
    private Instant changesReadAt = Instant.MIN;

    BackupsPanel(
            Session session,
            Workbench workbench,
            RecentChanges journal,
            RestoreProofHistory proofs,
            CopiesInLab lab) {
        this.session = session;
        this.workbench = workbench;
        this.journal = journal;
        this.proofs = proofs;
        this.lab = lab;
        this.model = new BackupsViewModel(zone, workbench.clock());
        this.pick = new PickViewModel(zone, workbench.clock());
        this.acts = new BackupActs(session.hosting().provider(), session.target());
        this.downloads =
                new Downloads(
                        session.hosting().provider(),
                        session.profile().name(),
                        workbench.background(),
                        workbench.uiThread(),
                        this::keep);
        this.provided =
                List.of(
                        session.hosting()
                                .loop()
                                .subscribe(ProviderQuestion.BACKUPS, OFTEN, model::showBackups),
                        session.hosting()
                                .loop()
                                .subscribe(
                                        ProviderQuestion.RECOVERY_WINDOW, OFTEN, this::showWindow),
                        session.hosting()
                                .loop()
                                .subscribe(ProviderQuestion.FACTS, SELDOM, model::showFacts),
                        session.hosting().loop().subscribe(EVENTS, SELDOM, model::showEvents));
        this.reads = new ArrayList<>(provided);
        reads.add(
                session.fast()
                        .subscribe(new ArchiveQuery(), ArchivePanel.PAUSE, model::showArchive));
        reads.add(session.hosting().watchOperations(this::showOperations));
    }

    private void showOperations(Reading<List<Operation>> reading) {
        model.showOperations(reading);
        if (endedWork.sees(reading)) {
            provided.forEach(Subscription::askNow);
        }
    }

    @Override
    public void showRequests() {
        workbench.showRequests(
                title(),
                session.sentBy(
                        new ArchiveQuery(),
                        ProviderQuestion.BACKUPS,
                        ProviderQuestion.RECOVERY_WINDOW,
                        ProviderQuestion.FACTS,
                        EVENTS));
    }

    private void showWindow(Reading<RecoveryWindow> reading) {
        model.showWindow(reading);
        pick.showWindow(reading.content());
    }

    @Override
    public Place place() {
        return Place.BACKUPS;
    }

    @Override
    public String title() {
        return TEXTS.text("backups.panel");
    }

    @Override
    public Parent view() {
        return FxmlViews.load(
                new BackupsController(model, pick, this, zone),
                new BackupListController(model, downloads, this, workbench, zone));
    }

    @Override
    public void shown() {
        reads.forEach(Subscription::shown);
        vitals.run();
        vitals = session.vitals().subscribe(this::showSamples);
        showSamples();
        readFiles();
    }

    @Override
    public void hidden() {
        reads.forEach(Subscription::hidden);
        vitals.run();
        vitals = () -> {};
    }

    @Override
    public void close() {
        hidden();
        reads.forEach(Subscription::close);
        downloads.stopAll();
    }

    /** The line of time moves on with each sample; its journal is read now and then. */
    private void showSamples() {
        List<VitalsSample> samples = session.vitals().samples();
        model.showSamples(samples);
        if (changesReadAt.plus(OFTEN).isBefore(workbench.clock().instant())) {
            readFiles();
        }
    }

    private void readFiles() {
        changesReadAt = workbench.clock().instant();
        workbench
                .background()
                .execute(() -> {
                    try {
                        String server = session.profile().name();
                        List<ChangeLog.Entry> ours =
                                journal.newest(MOST_CHANGES).stream()
                                        .filter(entry -> entry.server().equals(server))
                                        .toList();
                        Proven.Kept kept =
                                new Proven.Kept(
                                        proofs.of(session.profile().id()),
                                        proofs.filesOf(session.profile().id()));
                        Optional<BackupsViewModel.LastProof> last =
                                kept.restores().stream().findFirst().map(BackupsPanel::lastProof);
                        workbench
                                .uiThread()
                                .execute(() -> {
                                    model.showChanges(ours);
                                    model.showProof(last);
                                    model.showProven(kept);
                                });
                    } catch (ProblemException e) {
                        workbench.uiThread().execute(() -> workbench.say(e.problem().sentence()));
                    }
                });
    }

    /** So that it is still known after a restart. */
    private void keep(BackupEntry backup, FileVerdict verdict) {
        FileProof proof =
                new FileProof(
                        session.profile().id(),
                        backup.id(),
                        workbench.clock().instant(),
                        FileProof.Worth.valueOf(verdict.soundness().name()),
                        verdict.sentence());
        workbench
                .background()
                .execute(() -> {
                    try {
                        proofs.add(proof);
                    } catch (ProblemException e) {
                        workbench.uiThread().execute(() -> workbench.say(e.problem().sentence()));
                    }
                    readFiles();
                });
    }

    private static BackupsViewModel.LastProof lastProof(RestoreProof proof) {
        return new BackupsViewModel.LastProof(proof.provenAt(), proof.passed(), proof.took());
    }

    @Override
    public Optional<String> whyNot(Capability capability) {
        return acts.whyNot(capability);
    }

    @Override
    public void retry() {
        session.retry();
        readFiles();
    }

    @Override
    public void backUpNow() {
        model.backupList().ifPresent(seen -> ask(() -> acts.backUpNow(seen)));
    }

    @Override
    public void schedule(BackupSchedule from, BackupSchedule to) {
        ask(() -> acts.schedule(from, to));
    }

    @Override
    public void recoverInPlace() {
        pick.picked().get().moment().ifPresent(moment -> recover(moment, Optional.empty()));
    }

    private void recover(Instant moment, Optional<String> newService) {
        Optional<RecoveryWindow> window = model.recoveryWindow();
        if (window.isEmpty()) {
            return;
        }
        Optional<Integer> sessions =
                session.vitals().reading().content().map(VitalsSnapshot::sessions);
        Instant now = workbench.clock().instant();
        ask(() -> acts.recover(window.get(), moment, newService, sessions, now));
    }

    @Override
    public void recoverIntoNew() {
        pick.picked().get().moment().ifPresent(this::askForName);
    }

    private void askForName(Instant moment) {
        String server = session.profile().name();
        NewServiceNameController.Words words =
                new NewServiceNameController.Words(
                        TEXTS.text(
                                lab.isOfTheLab() ? "newService.titleInLab" : "newService.title",
                                server),
                        lab.isOfTheLab()
                                ? lab.proposedName(Optional.of(moment))
                                : server + "-restored",
                        model.recoveryWindow().map(RecoveryWindow::newService).orElse(""));
        workbench.open(close ->
                FxmlViews.load(
                        new NewServiceNameController(
                                words, name -> recover(moment, Optional.of(name)), close)));
    }

    @Override
    public boolean newOnesAreInTheLab() {
        return lab.isOfTheLab();
    }

    @Override
    public Optional<String> whyNotIntoLab(Optional<BackupEntry> backup) {
        if (!lab.isOfTheLab()) {
            return Optional.of(TEXTS.text("lab.notHere"));
        }
        return acts.whyNot(Capability.RECOVERY_INTO_NEW)
                .or(() ->
                        backup.filter(each -> each.state() == BackupEntry.State.DONE)
                                        .flatMap(BackupEntry::endedAt)
                                        .isPresent()
                                ? Optional.empty()
                                : Optional.of(TEXTS.text("lab.select")));
    }

    @Override
    public void restoreIntoLab(BackupEntry backup) {
        backup.endedAt().ifPresent(this::askForName);
    }

    /** Makes a change. */
    private interface Maker {
        Change make() throws ProblemException;
    }

    private void ask(Maker maker) {
        workbench
                .background()
                .execute(() -> {
                    try {
                        Change change = maker.make();
                        workbench.uiThread().execute(() -> workbench.confirm(change, _ -> retry()));
                    } catch (ProblemException e) {
                        workbench.uiThread().execute(() -> workbench.say(e.problem().sentence()));
                    }
                });
    }
}
