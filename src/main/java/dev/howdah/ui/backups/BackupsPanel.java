package dev.howdah.ui.backups;

import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Operation;
import dev.howdah.history.RestoreProofHistory;
import dev.howdah.pg.archive.ArchiveQuery;
import dev.howdah.pg.server.vitals.VitalsSnapshot;
import dev.howdah.provider.Provider;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.service.ServiceEvent;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Hosting;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.backups.archive.ArchivePanel;
import dev.howdah.ui.backups.copies.CopiesInLab;
import dev.howdah.ui.backups.downloads.Downloads;
import dev.howdah.ui.backups.list.BackupActs;
import dev.howdah.ui.backups.list.BackupListController;
import dev.howdah.ui.backups.list.BackupListViewModel;
import dev.howdah.ui.backups.list.BackupRequests;
import dev.howdah.ui.backups.recovery.PickViewModel;
import dev.howdah.ui.backups.recovery.RecoveryActs;
import dev.howdah.ui.backups.recovery.RecoveryRequests;
import dev.howdah.ui.panel.TabPanel;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;

/** The page of backups of one server: what it reads, and when. */
final class BackupsPanel implements TabPanel {
    private static final Texts TEXTS = Texts.of(BackupsPanel.class);
    private static final Duration OFTEN = Duration.ofSeconds(30);
    private static final Duration SELDOM = Duration.ofMinutes(2);
    private static final int MOST_EVENTS = 100;
    private static final ProviderQuestion<List<ServiceEvent>> EVENTS =
            new ProviderQuestion<>(
                    "events " + MOST_EVENTS, provider -> provider.events(MOST_EVENTS));

    private final Session session;
    private final Workbench workbench;
    private final ZoneId zone = ZoneId.systemDefault();
    private final BackupsViewModel model;
    private final BackupListViewModel list;
    private final PickViewModel pick;
    private final LocalRecords records;
    private final Downloads downloads;
    private final RecoveryRequests recovery;
    private final BackupRequests requests;
    private final List<Subscription> reads;
    private final List<Subscription> provided;
    private final EndedWork endedWork = new EndedWork();
    private Runnable vitals = () -> {};

    BackupsPanel(
            Session session,
            Workbench workbench,
            RecentChanges journal,
            RestoreProofHistory proofs,
            CopiesInLab lab) {
        this.session = session;
        this.workbench = workbench;
        this.model = new BackupsViewModel(zone, workbench.clock());
        this.list = new BackupListViewModel(zone, workbench.clock());
        this.pick = new PickViewModel(zone, workbench.clock());
        this.records =
                new LocalRecords(
                        session.profile(),
                        journal,
                        proofs,
                        workbench,
                        (changes, proven) -> {
                            model.showChanges(changes);
                            model.showProof(proven.restores().stream().findFirst());
                            list.showProven(proven);
                        });
        Provider provider = session.hosting().provider();
        this.downloads = new Downloads(provider, session.target(), workbench, records::keep);
        this.recovery =
                new RecoveryRequests(
                        new RecoveryActs(provider, session.target()),
                        pick,
                        lab,
                        () -> session.vitals().reading().content().map(VitalsSnapshot::sessions),
                        workbench,
                        this::readAgain);
        this.requests =
                new BackupRequests(
                        new BackupActs(provider, session.target()),
                        list,
                        lab,
                        recovery,
                        workbench,
                        this::readAgain);
        this.provided = provided(session.hosting());
        this.reads = new ArrayList<>(provided);
        reads.add(
                session.fast()
                        .subscribe(new ArchiveQuery(), ArchivePanel.PAUSE, model::showArchive));
        reads.add(session.hosting().watchOperations(this::showOperations));
    }

    private List<Subscription> provided(Hosting hosting) {
        return List.of(
                hosting.loop().subscribe(ProviderQuestion.BACKUPS, OFTEN, this::showBackups),
                hosting.loop().subscribe(ProviderQuestion.RECOVERY_WINDOW, OFTEN, this::showWindow),
                hosting.loop().subscribe(ProviderQuestion.FACTS, SELDOM, list::showFacts),
                hosting.loop().subscribe(EVENTS, SELDOM, model::showEvents));
    }

    private void showBackups(Reading<BackupList> reading) {
        model.showBackups(reading);
        list.showBackups(reading);
    }

    private void showWindow(Reading<RecoveryWindow> reading) {
        model.showWindow(reading);
        pick.showWindow(reading.content());
    }

    private void showOperations(Reading<List<Operation>> reading) {
        list.showOperations(reading);
        if (endedWork.sees(reading)) {
            provided.forEach(Subscription::askNow);
        }
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
                new BackupsController(model, pick, recovery, list, zone),
                new BackupListController(
                        list, downloads, requests, workbench, zone, this::showRequests));
    }

    private void showRequests() {
        workbench.showRequests(
                title(),
                session.sentBy(
                        new ArchiveQuery(),
                        ProviderQuestion.BACKUPS,
                        ProviderQuestion.RECOVERY_WINDOW,
                        ProviderQuestion.FACTS,
                        EVENTS));
    }

    private void readAgain() {
        session.retry();
        records.read();
    }

    @Override
    public void shown() {
        reads.forEach(Subscription::shown);
        vitals.run();
        vitals = session.vitals().subscribe(this::showSamples);
        model.showSamples(session.vitals().samples());
        records.read();
    }

    /** The line of time moves on with each sample; what is on record is read now and then. */
    private void showSamples() {
        model.showSamples(session.vitals().samples());
        records.readAfter(OFTEN);
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
}
