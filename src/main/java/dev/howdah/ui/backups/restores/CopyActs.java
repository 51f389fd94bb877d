package dev.howdah.ui.backups.restores;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.pg.PgVisit;
import dev.howdah.pg.restore.RestoreProof;
import dev.howdah.pg.restore.RowCounts;
import dev.howdah.pg.restore.TableCopy;
import dev.howdah.pg.restore.TableDifference;
import dev.howdah.pg.restore.TableName;
import dev.howdah.session.Session;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.backups.asking.StoppableWork;
import dev.howdah.ui.backups.copies.RestoredCopy;
import java.util.List;
import java.util.Optional;

/**
 * What can be done with a restored copy beside its original: comparing, counting, proving, and
 * bringing tables back. One thing at a time, in the background. JavaFX thread.
 */
final class CopyActs {
    private static final Texts TEXTS = Texts.of(CopyActs.class);

    private final Session session;
    private final Workbench workbench;
    private final RestoreProver prover;
    private final RestoresViewModel model;
    private final StoppableWork work;

    /**
     * @param session the original
     */
    CopyActs(Session session, Workbench workbench, RestoreProver prover, RestoresViewModel model) {
        this.session = session;
        this.workbench = workbench;
        this.prover = prover;
        this.model = model;
        this.work = new StoppableWork(workbench, model.progress());
    }

    /** Shows the newest proof that was kept. */
    void readProofs() {
        workbench
                .background()
                .execute(() -> {
                    try {
                        showProofs();
                    } catch (ProblemException e) {
                        ui(() -> workbench.say(e.problem()));
                    }
                });
    }

    private void showProofs() throws ProblemException {
        List<RestoreProof> kept = prover.kept();
        ui(() -> model.showProofs(kept));
    }

    /** Reads both catalogs. */
    void compare(RestoredCopy copy) {
        begin(
                TEXTS.text("restores.comparing", copy.name()),
                () -> {
                    try (PgVisit visit = visit(copy)) {
                        showTables(visit);
                    }
                });
    }

    private List<TableDifference> showTables(PgVisit copy) throws ProblemException {
        List<TableDifference> tables = TableDifference.read(session.reader(), copy.reader());
        ui(() -> model.showDifferences(tables));
        return tables;
    }

    /** Counts the rows of one table on both sides. */
    void count(RestoredCopy copy, TableName table) {
        begin(
                TEXTS.text("restores.counting", table),
                () -> {
                    try (PgVisit visit = visit(copy)) {
                        RowCounts counts = RowCounts.of(table, session.reader(), visit.reader());
                        ui(() -> model.showCounted(List.of(counts)));
                    }
                });
    }

    /** Checks everything, and keeps what came of it. */
    void prove(RestoredCopy copy) {
        prove(copy, () -> {});
    }

    /**
     * @param then what comes next when the proof was made, whatever came of it
     */
    void prove(RestoredCopy copy, Runnable then) {
        model.choose(Optional.of(copy));
        List<String> assertions = model.assertionList();
        begin(
                TEXTS.text("restores.proving", copy.name()),
                () -> {
                    try (PgVisit visit = visit(copy)) {
                        List<TableDifference> tables = showTables(visit);
                        List<RowCounts> counted =
                                prover.prove(
                                        copy,
                                        visit,
                                        tables,
                                        assertions,
                                        what -> ui(() -> model.progress().begin(what)));
                        ui(() -> model.showCounted(counted));
                    }
                    showProofs();
                    ui(then);
                });
    }

    /** Shows what would be done to bring a table back. */
    void copyTable(RestoredCopy copy, TableName table) {
        Optional<TableName> as = model.newTableName();
        if (as.isEmpty()) {
            workbench.say(TEXTS.text("restores.badName"));
            return;
        }
        begin(
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
                    ui(() -> workbench.confirm(change, _ -> compare(copy)));
                });
    }

    /** Ends what is under way; what was read so far is thrown away. */
    void stop() {
        work.stop();
    }

    private void begin(String what, StoppableWork.Work doing) {
        model.progress().begin(what);
        work.begin(doing, (problem, _) -> model.showProblem(problem));
    }

    private PgVisit visit(RestoredCopy copy) throws ProblemException {
        return copy.door().enter().in(copy.database(database()));
    }

    private String database() {
        return session.profile().target().database();
    }

    private void ui(Runnable show) {
        workbench.uiThread().execute(show);
    }
}
