package dev.howdah.dump;

import dev.howdah.core.Secret;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.testing.ChildProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Has unpacked a dump and dumps a database, and is killed in the middle of both. */
final class DumpingProgram {
    static final String SECRET = "geheim";

    private DumpingProgram() {}

    /** Arguments: the tools, the folder for what they need, and where the dump is to come. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        Path dump = ToolFiles.dumpIn(folder);
        ToolRun run =
                new ToolRun(
                        new ClientTool(Path.of(arguments[0]), "18.0", 18),
                        PgTarget.of("localhost", 1, "shop", "postgres", TlsMode.DISABLE),
                        Secret.of(SECRET),
                        folder);
        try (ToolFiles _ = ToolFiles.of(dump)) {
            Files.write(dump, new byte[1_000]);
            new LocalDump(run, "shop", Path.of(arguments[2]), Instant.EPOCH)
                    .run(progress -> ChildProgram.say(progress.object()));
        }
    }
}
