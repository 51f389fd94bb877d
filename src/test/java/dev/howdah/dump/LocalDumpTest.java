package dev.howdah.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.howdah.backup.Fetched;
import dev.howdah.backup.FileVerdict;
import dev.howdah.backup.SomeBackupFiles;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Dumps and restores with whatever tools the desktop has, or says what to install. */
class LocalDumpTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final ChangeTarget TARGET = new ChangeTarget("shop", Environment.LAB, false);

    @TempDir Path folder;

    private final TestServer server = TestServer.of(13);

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-ins are shell scripts")
    void saysWhatToInstallWhenToolsAreMissingOrOld() throws Exception {
        Path old = tool("old", "echo 'pg_dump (PostgreSQL) 15.18 (Debian 15.18-0)'");
        Path older = tool("older", "echo 'pg_dump (PostgreSQL) 9.6.24'");
        Path silent = tool("silent", "exit 1");

        ProblemException none =
                assertThrows(
                        ProblemException.class,
                        () -> new ClientTools(List.of(silent)).forServer(18));
        assertEquals("No pg_dump was found on this desktop.", none.problem().sentence());
        assertTrue(none.problem().remedy().contains("postgresql-client-18"));
        ClientTools tools = new ClientTools(List.of(older, silent, old));
        assertEquals("15.18", tools.forServer(15).version());
        ProblemException tooOld = assertThrows(ProblemException.class, () -> tools.forServer(16));
        assertEquals(
                "The newest pg_dump on this desktop is 15.18, and the server is 16.",
                tooOld.problem().sentence());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-ins are shell scripts")
    void givesThePasswordInAPrivateFileAndNowhereElse() throws Exception {
        Path seen = folder.resolve("seen");
        Path tools =
                tool(
                        "spy",
                        "{ echo \"$0 $*\"; env; ls -l $PGPASSFILE; cat $PGPASSFILE; } > "
                                + seen
                                + "; echo 'x: error'; exit 1");
        LocalDump dump =
                new LocalDump(
                        run(new ClientTool(tools, "18.0", 18), "nowhere", "geheim:\\1"),
                        "shop",
                        folder,
                        NOON);

        ProblemException failed = assertThrows(ProblemException.class, () -> dump.run(_ -> {}));

        assertEquals("x: error", failed.problem().detail());
        List<String> lines = Files.readAllLines(seen);
        assertEquals(
                List.of("*:*:*:*:geheim\\:\\\\1"),
                lines.stream().filter(line -> line.contains("geheim")).toList());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("-rw-------")), "owner only");
        String file =
                lines.stream()
                        .filter(line -> line.startsWith("PGPASSFILE="))
                        .findFirst()
                        .orElseThrow()
                        .substring("PGPASSFILE=".length());
        assertFalse(Files.exists(Path.of(file)), "gone afterwards");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-ins are shell scripts")
    void endsTheToolAndItsChildrenWhenStopped() throws Exception {
        Path tools =
                tool(
                        "slow",
                        "echo 'pg_dump: dumping contents of table \"orders.lines\"'; sleep 600 &"
                                + " echo $! > "
                                + folder.resolve("child")
                                + "; echo 'pg_dump: dumping contents of table \"orders.more\"';"
                                + " wait");
        LocalDump[] dump = new LocalDump[1];
        List<ToolProgress> told = new ArrayList<>();
        dump[0] =
                new LocalDump(
                        run(new ClientTool(tools, "18.0", 18), "nowhere", "x"),
                        "shop",
                        folder,
                        NOON);

        Fetched fetched =
                dump[0].run(progress -> {
                    told.add(progress);
                    if (progress.tables() == 2) {
                        dump[0].stop();
                    }
                });

        assertInstanceOf(Fetched.Stopped.class, fetched);
        assertEquals(new ToolProgress("orders.lines", 1), told.getFirst());
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        Await.until(
                "its child has ended",
                () -> ProcessHandle.of(child).map(each -> !each.isAlive()).orElse(true));
        assertEquals(List.of(), files(".part"));
    }

    @Test
    void dumpsProvesAndRestoresIntoANewDatabase() throws Exception {
        List<ClientTool> tools = ClientTools.usual().all();
        assumeTrue(!tools.isEmpty(), "no client tools on this desktop");
        ClientTool tool = ClientTools.usual().forServer(13);
        server.run("CREATE DATABASE \"dump me'\"", "DROP DATABASE IF EXISTS \"it's back\"");
        server.runIn(
                "dump me'",
                "CREATE TABLE kept AS SELECT i, repeat('ä', 20) AS t FROM generate_series(1, 500) AS i",
                """
                CREATE FUNCTION slow(i integer) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS $$
                BEGIN
                    IF current_database() = 'stopped' THEN
                        PERFORM pg_sleep(60);
                    END IF;
                    RETURN i;
                END $$
                """,
                "CREATE INDEX ON kept (slow(i))");
        try {
            List<ToolProgress> told = new ArrayList<>();
            Fetched.Arrived dumped =
                    assertInstanceOf(
                            Fetched.Arrived.class,
                            new LocalDump(
                                            run(tool, "dump me'", server.password()),
                                            "shop",
                                            folder,
                                            NOON)
                                    .run(told::add));
            assertEquals(
                    "shop-dump_me_-20261121T120000Z.dump", dumped.file().getFileName().toString());
            assertEquals(FileVerdict.Soundness.COMPLETE, dumped.verdict().soundness());
            assertEquals(List.of(new ToolProgress("public.kept", 1)), told);

            Change change = restore(tool).describe(TARGET, dumped.file(), "it's back", told::add);
            assertFalse(change.preview().contains(server.password()));
            assertEquals("The dump is restored into it's back.", change.action().run().sentence());
            try (var connection = server.connect("it's back");
                    var rows =
                            connection
                                    .createStatement()
                                    .executeQuery("SELECT count(*) FROM kept")) {
                rows.next();
                assertEquals(500, rows.getInt(1));
            }
            ProblemException again =
                    assertThrows(ProblemException.class, () -> change.action().run());
            assertTrue(again.problem().detail().contains("already exists"));

            byte[] whole = Files.readAllBytes(dumped.file());
            Path packed =
                    Files.write(
                            folder.resolve("shop.tar.gz"),
                            SomeBackupFiles.gzip(SomeBackupFiles.tar(Map.of("shop.pgsql", whole))));
            server.run("DROP DATABASE \"it's back\"");
            assertEquals(
                    ChangeOutcome.Status.DONE,
                    restore(tool)
                            .describe(TARGET, packed, "it's back", told::add)
                            .action()
                            .run()
                            .status());

            Change stopped = restore(tool).describe(TARGET, packed, "stopped", _ -> {});
            stopped.progress()
                    .orElseThrow()
                    .listen(said -> {
                        if (said.startsWith("Table")) {
                            stopped.progress().orElseThrow().stop();
                        }
                    });
            assertEquals(
                    "Stopped, and the new database stopped is dropped again.",
                    stopped.action().run().sentence());
            assertThrows(java.sql.SQLException.class, () -> server.connect("stopped").close());

            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 9));
            assertThrows(
                    ProblemException.class,
                    () -> restore(tool).describe(TARGET, cut, "other", told::add));
        } finally {
            server.run("DROP DATABASE \"dump me'\"", "DROP DATABASE IF EXISTS \"it's back\"");
        }
    }

    private LocalRestore restore(ClientTool tool) {
        return new LocalRestore(
                tool, target("postgres"), Secret.of(server.password()), folder.resolve("unpacked"));
    }

    private ToolRun run(ClientTool tool, String database, String password) {
        return new ToolRun(tool, target(database), Secret.of(password), folder.resolve("unpacked"));
    }

    private PgTarget target(String database) {
        return PgTarget.of(server.host(), server.port(), database, server.user(), TlsMode.DISABLE);
    }

    private Path tool(String name, String script) throws IOException {
        Path tools = Files.createDirectory(folder.resolve(name));
        Path program = Files.writeString(tools.resolve("pg_dump"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return tools;
    }

    private List<String> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).filter(file -> file.endsWith(ending)).toList();
        }
    }
}
