package dev.howdah.app.copies;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.dump.ClientTool;
import dev.howdah.dump.LocalRestore;
import dev.howdah.lab.copies.Filling;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Fills an empty copy in the lab from a dump, with PostgreSQL's own tools. */
final class FileFilling implements Filling {
    private static final Texts TEXTS = Texts.of(FileFilling.class);

    /** Before a copy is made it has no address; nothing is sent there. */
    private static final PgTarget NOT_YET =
            PgTarget.of("127.0.0.1", 5432, "postgres", "postgres", TlsMode.DISABLE);

    private final ClientTool tool;
    private final ChangeTarget lab;
    private final Path file;
    private final String database;
    private volatile Optional<LocalRestore> running = Optional.empty();
    private volatile boolean stopped;

    /**
     * @param lab what the restore is described for
     * @param database is made
     */
    FileFilling(ClientTool tool, ChangeTarget lab, Path file, String database) {
        this.tool = tool;
        this.lab = lab;
        this.file = file;
        this.database = database;
    }

    /** What will be done, and what the file is worth; reads all of it and blocks for that. */
    Change described() throws ProblemException {
        return new LocalRestore(tool, NOT_YET, Secret.of(""))
                .describe(lab, file, database, _ -> {});
    }

    @Override
    public void fill(LabAccess access, Consumer<String> tell) throws ProblemException {
        PgTarget copy =
                PgTarget.of(
                        access.host(),
                        access.port(),
                        access.database(),
                        access.user(),
                        TlsMode.DISABLE);
        LocalRestore restore = new LocalRestore(tool, copy, access.password());
        running = Optional.of(restore);
        if (stopped) {
            restore.stop();
        }
        ChangeOutcome outcome =
                restore.describe(
                                lab,
                                file,
                                database,
                                now ->
                                        tell.accept(
                                                TEXTS.text(
                                                        "copies.table",
                                                        now.tables(),
                                                        now.object())))
                        .action()
                        .run();
        if (outcome.status() != ChangeOutcome.Status.DONE) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.FAILED,
                            outcome.sentence(),
                            TEXTS.text("copies.notFilled.remedy")));
        }
    }

    @Override
    public void stop() {
        stopped = true;
        running.ifPresent(LocalRestore::stop);
    }
}
