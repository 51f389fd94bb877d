package dev.howdah.session;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeLog;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.SqlScript;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.pg.ScriptChanges;
import dev.howdah.pg.restore.TableCopy;
import dev.howdah.pg.restore.TableName;
import dev.howdah.testing.ChildProgram;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A console that makes tables, by statements and by copying the rows of another one, and that stops
 * for ever in the middle of the rows, just before or just after it has committed.
 */
final class CommittingConsole {
    private static final int CHANGES = 5;
    private static final CountDownLatch NOT_STOPPED = new CountDownLatch(CHANGES);

    private final String[] arguments;

    private CommittingConsole(String... arguments) {
        this.arguments = arguments;
    }

    /** Where a change stops. */
    private enum When {
        AMID_ROWS,
        BEFORE,
        AFTER
    }

    /** Arguments: folder, port, user, password. */
    public static void main(String[] arguments) throws Exception {
        CommittingConsole console = new CommittingConsole(arguments);
        console.begin(When.BEFORE, console.make("le_before"));
        console.begin(When.AFTER, console.make("le_after"));
        console.begin(When.AMID_ROWS, console.copy("le_copy_amid"));
        console.begin(When.BEFORE, console.copy("le_copy_before"));
        console.begin(When.AFTER, console.copy("le_copy_after"));
        NOT_STOPPED.await();
        ChildProgram.say("stopped");
        new CountDownLatch(1).await();
    }

    private Session session() throws ProblemException {
        return LostEndsTest.session(Integer.parseInt(arguments[1]), arguments[2], arguments[3]);
    }

    private Change make(String table) throws ProblemException {
        Session session = session();
        return new ScriptChanges(session.target(), session.writer(), session.visits(), "postgres")
                .change(
                        "Make a table",
                        List.of(),
                        new SqlScript(
                                "postgres",
                                List.of("CREATE TABLE " + table + " ()"),
                                "It is there."));
    }

    private Change copy(String table) throws ProblemException {
        Session session = session();
        return new TableCopy(
                        session().visits(), "restored", "postgres", session.visits(), "postgres")
                .describe(
                        session.target(),
                        new TableName("public", "le_rows"),
                        new TableName("public", table));
    }

    private void begin(When when, Change change) {
        change.progress()
                .filter(_ -> when == When.AMID_ROWS)
                .ifPresent(progress -> progress.listen(_ -> stop()));
        ChangeLog file = new FileChangeLog(Path.of(arguments[0]));
        ChangeLog log =
                entry -> {
                    if (entry.status() == ChangeLog.Status.DONE) {
                        stop();
                    }
                    file.write(entry);
                    if (when == When.BEFORE && entry.particulars().transaction().isPresent()) {
                        stop();
                    }
                };
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        new ChangeRunner(log, Clock.systemUTC()).run(change);
                    } catch (ProblemException e) {
                        ChildProgram.say(e.problem().toString());
                    }
                });
    }

    private static void stop() {
        NOT_STOPPED.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
