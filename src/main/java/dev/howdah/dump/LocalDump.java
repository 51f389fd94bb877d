package dev.howdah.dump;

import dev.howdah.backup.Fetched;
import dev.howdah.backup.file.FinishedFile;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.file.AppFolders;
import dev.howdah.core.file.FileProblems;
import dev.howdah.pg.PgTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;

/** Dumps one database into a file of pg_dump's custom format, and proves the file. Run it once. */
public final class LocalDump {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final ToolRun run;
    private final Path folder;
    private final String name;

    /**
     * @param server the name the person knows it by; it becomes part of the file's name
     */
    public LocalDump(
            ClientTool tool,
            PgTarget target,
            Secret password,
            String server,
            Path folder,
            Instant now) {
        this(
                new ToolRun(tool, target, password, AppFolders.usual().unpacked()),
                server,
                folder,
                now);
    }

    LocalDump(ToolRun run, String server, Path folder, Instant now) {
        this.run = run;
        this.folder = folder;
        this.name = safe(server + "-" + run.target().database() + "-" + UTC.format(now)) + ".dump";
    }

    private static String safe(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}._-]", "_");
    }

    /** Makes {@link #run} return soon; any thread. */
    public void stop() {
        run.stop();
    }

    /** Blocks. When stopped, or when it fails, nothing is left behind. */
    public Fetched run(Consumer<ToolProgress> tell) throws ProblemException {
        Path part = folder.resolve(name + ".part");
        try {
            Files.deleteIfExists(part);
            try {
                run.run(
                        "pg_dump",
                        List.of("--format=custom", "--verbose", "--no-password", "--file=" + part),
                        List.of(part),
                        tell);
                return run.isStopped()
                        ? new Fetched.Stopped(part, 0)
                        : FinishedFile.of(part, folder, name, _ -> {});
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw FileProblems.of(e, part);
        }
    }
}
