package dev.howdah.dump;

import dev.howdah.backup.BackupFileCheck;
import dev.howdah.backup.BackupFormat;
import dev.howdah.backup.FileVerdict;
import dev.howdah.core.Change;
import dev.howdah.core.ChangeOutcome;
import dev.howdah.core.ChangeTarget;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.SqlNames;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Restores a dump into a database that it makes for that: nothing that exists is touched. SQL files
 * are refused, because what is in them would run on this desktop too.
 */
public final class LocalRestore {
    private static final Texts TEXTS = Texts.of(LocalRestore.class);

    private final ToolRun run;
    private final PgTarget target;

    public LocalRestore(ClientTool tool, PgTarget target, Secret password) {
        this.run = new ToolRun(tool, target, password);
        this.target = target;
    }

    /** Ends what is under way; the new database is dropped then. Any thread. */
    public void stop() {
        run.stop();
    }

    /**
     * Reads the whole file and describes the change; blocks.
     *
     * @param database to make; must not exist
     * @param tell is told how far it is when the change runs
     */
    public Change describe(
            ChangeTarget where, Path file, String database, Consumer<ToolProgress> tell)
            throws ProblemException {
        SqlNames.check(database);
        FileVerdict verdict = BackupFileCheck.of(file);
        if (verdict.soundness() == FileVerdict.Soundness.BROKEN) {
            throw refused(verdict.sentence());
        }
        if (verdict.format() != BackupFormat.CUSTOM_DUMP && verdict.format() != BackupFormat.TAR) {
            throw refused(TEXTS.text("restore.format"));
        }
        List<String> restore = arguments(file, database);
        return Change.of(
                TEXTS.text("restore.title", String.valueOf(file.getFileName()), database),
                where,
                "createdb --template=template0 "
                        + SqlNames.quoted(database)
                        + "\npg_restore "
                        + String.join(" ", restore),
                List.of(
                        verdict.sentence(),
                        TEXTS.text("restore.newDatabase", database),
                        TEXTS.text("restore.noOwner")),
                () -> run(restore, database, tell));
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(
                Problem.of(Problem.Kind.BAD_INPUT, sentence, TEXTS.text("restore.format.remedy")));
    }

    /** The name in a connection string of its own, so that no name is taken for one. */
    private List<String> arguments(Path file, String database) {
        String quoted = database.replace("\\", "\\\\").replace("'", "\\'");
        return List.of(
                "--verbose",
                "--no-password",
                "--exit-on-error",
                "--single-transaction",
                "--no-owner",
                "--no-privileges",
                "--dbname=dbname='" + quoted + "'",
                file.toAbsolutePath().toString());
    }

    private ChangeOutcome run(List<String> restore, String database, Consumer<ToolProgress> tell)
            throws ProblemException {
        run.run(
                "createdb",
                List.of(
                        "--no-password",
                        "--template=template0",
                        "--maintenance-db=" + maintenance(),
                        "--",
                        database),
                _ -> {});
        try {
            run.run("pg_restore", restore, tell);
        } catch (ProblemException e) {
            drop(database, e);
            throw e;
        }
        if (run.isStopped()) {
            return new ChangeOutcome(
                    ChangeOutcome.Status.PARTLY,
                    TEXTS.text("restore.stopped", database),
                    List.of());
        }
        return ChangeOutcome.done(TEXTS.text("restore.done", database));
    }

    private String maintenance() {
        return "dbname='" + target.database().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** It was made a moment ago, and nothing has come into it. */
    private void drop(String database, ProblemException failure) {
        try {
            run.run(
                    "dropdb",
                    List.of("--no-password", "--maintenance-db=" + maintenance(), "--", database),
                    _ -> {});
        } catch (ProblemException e) {
            failure.addSuppressed(e);
        }
    }
}
