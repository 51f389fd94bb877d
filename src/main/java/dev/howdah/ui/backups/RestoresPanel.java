package dev.howdah.ui.backups;

import dev.howdah.core.Change;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.history.RestoreProofHistory;
import dev.howdah.pg.PgVisit;
import dev.howdah.pg.archive.ArchiveQuery;
import dev.howdah.pg.restore.RestoreProof;
import dev.howdah.pg.restore.RestoreProving;
import dev.howdah.pg.restore.RestoredTablesQuery;
import dev.howdah.pg.restore.RowCounts;
import dev.howdah.pg.restore.TableCopy;
import dev.howdah.pg.restore.TableDifference;
import dev.howdah.pg.restore.TableName;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.TabPanel;
import dev.howdah.ui.Workbench;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** A restored copy of this server: compared, proven, and tables brought back from it. */
final class RestoresPanel implements TabPanel {
    private static final Texts TEXTS = Texts.of(RestoresPanel.class);

    private final Session session;
    private final Workbench workbench;
    private final RestoreProofHistory proofs;
    private final RestoredCopies copies;
    private final RestoresViewModel model;
    private final LabRestoreViewModel labModel;
    private final CopiesInLab lab;
    private final LabRestores labRestores;
    private Subscription watch = Subscription.EMPTY;
    private volatile @Nullable Thread working;

    RestoresPanel(
            Session session,
            Workbench workbench,
            RestoreProofHistory proofs,
            RestoredCopies copies,
            CopiesInLab lab) {
        this.session = session;
        this.workbench = workbench;
        this.proofs = proofs;
        this.copies = copies;
        this.lab = lab;
        this.model = new RestoresViewModel(workbench.clock(), ZoneId.systemDefault());
        this.labModel = new LabRestoreViewModel(workbench.clock(), ZoneId.systemDefault());
        this.labRestores = new LabRestores(session, workbench, lab, labModel, this::prove);
    }

    @Override
    public Place place() {
        return Place.BACKUPS_RESTORES;
    }

    @Override
    public String title() {
        return TEXTS.text("restores.panel");
    }

    @Override
    public Parent view() {
        watch = lab.seen().subscribe(this::showLab);
        return FxmlViews.load(
                new RestoresController(model, this, workbench),
                new LabRestoreController(labModel, labRestores),
                new LabCopyController(labModel, labRestores));
    }

    private void showLab(CopiesInLab.Seen now) {
        model.showCopies(copies.now());
        labRestores.show(now);
    }

    /** The person, or what was made last, is about this copy now. */
    void choose(Optional<RestoredCopy> copy) {
        labModel.choose(copy);
    }

    @Override
    public void shown() {
        model.showCopies(copies.now());
        workbench.background().execute(this::readProofs);
    }

    @Override
    public void hidden() {}

    @Override
    public void close() {
        watch.unsubscribe();
        lab.close();
        stop();
    }

    private void readProofs() {
        try {
            List<RestoreProof> newest = proofs.of(session.profile().id());
            workbench.uiThread().execute(() -> model.showProofs(newest));
        } catch (ProblemException e) {
            workbench.uiThread().execute(() -> workbench.say(e.problem().sentence()));
        }
    }

    private String database() {
        return session.profile().target().database();
    }

    /** Reads both catalogs. */
    void compare(RestoredCopy copy) {
        work(
                TEXTS.text("restores.comparing", copy.name()),
                () -> {
                    try (PgVisit visit = visit(copy)) {
                        List<TableDifference> differences = differences(visit);
                        workbench.uiThread().execute(() -> model.showDifferences(differences));
                    }
                });
    }

    private List<TableDifference> differences(PgVisit copy) throws ProblemException {
        return TableDifference.between(
                session.reader().ask(new RestoredTablesQuery()),
                copy.reader().ask(new RestoredTablesQuery()));
    }

    /** Counts the rows of one table on both sides. */
    void count(RestoredCopy copy, TableLine line) {
        work(
                TEXTS.text("restores.counting", line.table()),
                () -> {
                    try (PgVisit visit = visit(copy)) {
                        RowCounts counts =
                                RowCounts.of(line.table(), session.reader(), visit.reader());
                        workbench
                                .uiThread()
                                .execute(() -> {
                                    model.end();
                                    model.showCounted(List.of(counts));
                                });
                    }
                });
    }

    private PgVisit visit(RestoredCopy copy) throws ProblemException {
        return copy.door().enter().in(copy.database(database()));
    }

    /** Checks everything, and keeps what came of it. */
    void prove(RestoredCopy copy) {
        prove(copy, () -> {});
    }

    /**
     * @param then what comes next when the proof was made, whatever came of it
     */
    private void prove(RestoredCopy copy, Runnable then) {
        model.choose(Optional.of(copy));
        List<String> assertions = model.assertionList();
        String proving = TEXTS.text("restores.proving", copy.name());
        work(
                proving,
                () -> {
                    try (PgVisit visit = visit(copy)) {
                        List<TableDifference> differences = differences(visit);
                        workbench
                                .uiThread()
                                .execute(() -> {
                                    model.showDifferences(differences);
                                    model.begin(proving);
                                });
                        RestoreProving.Seen seen =
                                new RestoreProving(session.reader(), visit, assertions)
                                        .run(what ->
                                                workbench
                                                        .uiThread()
                                                        .execute(() -> model.begin(what)));
                        workbench.uiThread().execute(() -> model.showCounted(seen.counted()));
                        proofs.add(
                                new RestoreProof(
                                                session.profile().id(),
                                                session.profile().name(),
                                                copy.name(),
                                                database(),
                                                workbench.clock().instant(),
                                                copy.restoredTo(),
                                                copy.took(),
                                                wouldLose(),
                                                seen.checks())
                                        .begunWith(begunWith(copy)));
                    }
                    readProofs();
                    workbench
                            .uiThread()
                            .execute(() -> {
                                model.end();
                                then.run();
                            });
                });
    }

    /**
     * The newest backup before the moment to which it was restored, as far as the provider's
     * restores begin with a backup and go on with WAL; empty when that isn't known.
     */
    private Optional<String> begunWith(RestoredCopy copy) {
        if (copy.restoredTo().isEmpty()) {
            return Optional.empty();
        }
        try {
            return session.hosting()
                    .provider()
                    .backups()
                    .begunWith(copy.restoredTo().get())
                    .map(BackupEntry::id);
        } catch (ProblemException _) {
            // the proof holds without it
            return Optional.empty();
        }
    }

    /**
     * How old the newest moment is that the provider can restore, and no less than the time for
     * which the server may keep its WAL to itself; empty when the provider does not tell.
     */
    private Optional<Duration> wouldLose() {
        try {
            Optional<Duration> age =
                    session.hosting()
                            .provider()
                            .recoveryWindow()
                            .latest()
                            .map(latest -> Duration.between(latest, workbench.clock().instant()));
            Duration kept = session.reader().ask(new ArchiveQuery()).configuration().timeout();
            return age.map(each -> each.compareTo(kept) < 0 ? kept : each);
        } catch (ProblemException _) {
            // the proof holds without it
            return Optional.empty();
        }
    }

    /** Shows what would be done to bring a table back. */
    void copyTable(RestoredCopy copy, TableName table) {
        Optional<TableName> as = model.newTableName();
        if (as.isEmpty()) {
            workbench.say(TEXTS.text("restores.badName"));
            return;
        }
        work(
                TEXTS.text("restores.reading", table),
                () -> {
                    Change change =
                            new TableCopy(
                                            copy.door().enter(),
                                            copy.name(),
                                            copy.database(database()),
                                            session.visits(),
                                            database())
                                    .describe(session.target(), table, as.get());
                    workbench
                            .uiThread()
                            .execute(() -> {
                                model.end();
                                workbench.confirm(change, _ -> compare(copy));
                            });
                });
    }

    /** Ends what is under way; what was read so far is thrown away. */
    void stop() {
        Thread now = working;
        if (now != null) {
            now.interrupt();
        }
    }

    private interface Work {
        void run() throws ProblemException;
    }

    private void work(String what, Work work) {
        model.begin(what);
        workbench
                .background()
                .execute(() -> {
                    working = Thread.currentThread();
                    try {
                        work.run();
                    } catch (ProblemException e) {
                        workbench.uiThread().execute(() -> model.showProblem(e.problem()));
                    } catch (RuntimeException e) {
                        workbench.uiThread().execute(model::end);
                        throw e;
                    } finally {
                        working = null;
                    }
                });
    }
}
