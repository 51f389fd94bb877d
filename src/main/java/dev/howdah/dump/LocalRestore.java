package dev.howdah.dump;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeProgress;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.file.AppFolders;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.SqlNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Restores a dump into a database that it makes for that: nothing that exists is touched. A packed
 * one is unpacked for as long as that takes. SQL is refused, because what is in it would run on
 * this desktop too.
 */
public final class LocalRestore {
    private static final Texts TEXTS = Texts.of(LocalRestore.class);

    private final ToolRun run;
    private final NewDatabase databases;
    private final Path folder;

    public LocalRestore(ClientTool tool, PgTarget target, Secret password) {
        this(tool, target, password, AppFolders.usual().unpacked());
    }

    /**
     * @param folder for what is needed as long as it takes; made when it is missing
     */
    LocalRestore(ClientTool tool, PgTarget target, Secret password, Path folder) {
        this.run = new ToolRun(tool, target, password, folder);
        this.databases = new NewDatabase(run);
        this.folder = folder;
    }

    /** Ends what is under way; the new database is dropped then. Any thread. */
    public void stop() {
        run.stop();
    }

    /**
     * Reads the whole file and describes the change; blocks, interrupting the thread ends it. While
     * the change runs it says how far it is, and can be stopped.
     *
     * @param database to make; must not exist
     * @param tell is told, too, how far it is when the change runs
     */
    public Change describe(
            ChangeTarget where, Path file, String database, Consumer<ToolProgress> tell)
            throws ProblemException {
        SqlNames.check(database);
        DumpFile dump = DumpFile.of(file, folder);
        List<String> arguments = arguments(dump.dump(), database);
        List<String> warnings = new ArrayList<>(dump.remarks());
        warnings.add(TEXTS.text("restore.newDatabase", database));
        warnings.add(TEXTS.text("restore.noOwner"));
        ChangeProgress progress = new ChangeProgress();
        return Change.of(
                        TEXTS.text("restore.title", String.valueOf(file.getFileName()), database),
                        where,
                        "createdb --template=template0 "
                                + SqlNames.quoted(database)
                                + "\npg_restore "
                                + String.join(" ", arguments),
                        warnings,
                        () -> run(new Work(dump, arguments, database, progress, tell)))
                .withProgress(progress)
                .noting(notes ->
                        notes.oneWay(
                                TEXTS.text(
                                        "restore.oneWay",
                                        database,
                                        NewDatabase.dropSql(database))));
    }

    /** What one run goes by. */
    private record Work(
            DumpFile file,
            List<String> arguments,
            String database,
            ChangeProgress progress,
            Consumer<ToolProgress> tell) {}

    /** The name in a connection string of its own, so that no name is taken for one. */
    private static List<String> arguments(Path dump, String database) {
        return List.of(
                "--verbose",
                "--no-password",
                "--exit-on-error",
                "--single-transaction",
                "--no-owner",
                "--no-privileges",
                "--dbname=" + NewDatabase.connection(database),
                dump.toAbsolutePath().toString());
    }

    private ChangeOutcome run(Work work) throws ProblemException {
        // whoever asks to stop must not wait for the tool to end
        work.progress.whenStopped(() -> Thread.startVirtualThread(this::stop));
        if (!work.file.isPacked()) {
            return restored(work);
        }
        try (ToolFiles _ = work.file.reserved()) {
            return work.file.unpacked(written -> goesOn(work, written))
                    ? restored(work)
                    : nothingDone();
        }
    }

    private boolean goesOn(Work work, long written) {
        work.progress.say(
                TEXTS.text(
                        "restore.unpacking",
                        Quantities.bytes((double) written),
                        Quantities.bytes((double) work.file.bytes())));
        return !isStopped(work);
    }

    private boolean isStopped(Work work) {
        return run.isStopped() || work.progress.isStopped();
    }

    private static ChangeOutcome nothingDone() {
        return failed(TEXTS.text("restore.stoppedEarly"));
    }

    private static ChangeOutcome failed(String sentence) {
        return new ChangeOutcome(ChangeOutcome.Status.FAILED, sentence, List.of());
    }

    private ChangeOutcome restored(Work work) throws ProblemException {
        if (isStopped(work)) {
            return nothingDone();
        }
        work.progress.say(TEXTS.text("restore.making", work.database));
        databases.make(work.database);
        try {
            run.run("pg_restore", work.arguments, now -> tell(work, now));
        } catch (ProblemException e) {
            Optional<ChangeOutcome> left = drop(work, e.problem().sentence());
            if (left.isPresent()) {
                return left.get();
            }
            throw e;
        }
        return isStopped(work)
                ? drop(work, TEXTS.text("restore.stopped"))
                        .orElseGet(() -> failed(TEXTS.text("restore.dropped", work.database)))
                : ChangeOutcome.done(TEXTS.text("restore.done", work.database));
    }

    /**
     * It was made a moment ago, and nothing has come into it.
     *
     * @param why it is not wanted any more
     * @return what is left when it can't be dropped either, with the way to drop it
     */
    private Optional<ChangeOutcome> drop(Work work, String why) {
        work.progress.say(TEXTS.text("restore.dropping", work.database));
        try {
            databases.drop(work.database);
            return Optional.empty();
        } catch (ProblemException e) {
            String sql = NewDatabase.dropSql(work.database);
            return Optional.of(
                    new ChangeOutcome(
                            ChangeOutcome.Status.PARTLY,
                            why + " " + TEXTS.text("restore.leftOver", work.database, sql),
                            List.of(
                                    (e.problem().sentence() + " " + e.problem().detail())
                                            .strip())));
        }
    }

    private static void tell(Work work, ToolProgress now) {
        work.progress.say(TEXTS.text("restore.table", now.tables(), now.object()));
        work.tell.accept(now);
    }
}
