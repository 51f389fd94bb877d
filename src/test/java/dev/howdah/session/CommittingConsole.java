package dev.howdah.session;

import dev.howdah.core.Change;
import dev.howdah.core.ChangeLog;
import dev.howdah.core.ChangeRunner;
import dev.howdah.core.ProblemException;
import dev.howdah.core.SqlScript;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.pg.ScriptChanges;
import dev.howdah.testing.ChildProgram;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A console that makes a table, and stops for ever just before or just after it has committed. */
final class CommittingConsole {
    private CommittingConsole() {}

    /** Arguments: folder, port, user, password, "before" or "after", name of the table. */
    public static void main(String[] arguments) throws Exception {
        ChangeLog file = new FileChangeLog(Path.of(arguments[0]));
        boolean before = arguments[4].equals("before");
        ChangeLog log =
                entry -> {
                    if (entry.status() == ChangeLog.Status.STARTED || before) {
                        file.write(entry);
                    }
                    boolean committing = entry.particulars().transaction().isPresent();
                    boolean committed = entry.status() == ChangeLog.Status.DONE;
                    if (before ? committing : committed) {
                        stop();
                    }
                };
        try (Session session =
                LostEndsTest.session(Integer.parseInt(arguments[1]), arguments[2], arguments[3])) {
            Change change =
                    new ScriptChanges(
                                    session.target(),
                                    session.writer(),
                                    session.visits(),
                                    session.profile().target().database())
                            .change(
                                    "Make a table",
                                    List.of(),
                                    new SqlScript(
                                            "postgres",
                                            List.of("CREATE TABLE " + arguments[5] + " ()"),
                                            "It is there."));
            new ChangeRunner(log, Clock.systemUTC()).run(change);
        }
    }

    private static void stop() throws ProblemException {
        ChildProgram.say("stopped");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
