package dev.howdah.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.backup.SomeBackupFiles;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.testing.ChildProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a restore unpacks, runs, says and leaves, seen by tools that stand in for the real ones. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-ins are shell scripts")
class LocalRestoreTest {
    private static final ChangeTarget TARGET = new ChangeTarget("shop", Environment.LAB, false);
    private static final String TABLE =
            "echo 'pg_restore: processing data for table \"orders.lines\"'\n";

    @TempDir Path folder;

    @Test
    void unpacksATarGzForAsLongAsItIsRestored() throws Exception {
        byte[] dump = SomeBackupFiles.custom(116, 1);
        tool("createdb", "");
        tool(
                "pg_restore",
                "for last; do :; done; cp \"$last\" "
                        + folder.resolve("restored")
                        + "; ls -ld \"$(dirname \"$last\")\" >> "
                        + folder.resolve("rights")
                        + "\n"
                        + TABLE);
        List<ToolProgress> told = new ArrayList<>();
        List<String> said = new ArrayList<>();

        Change change =
                restore().describe(TARGET, file(SomeBackupFiles.tarGz()), "back", told::add);
        change.progress().orElseThrow().listen(said::add);
        assertFalse(Files.exists(unpacked()), "nothing is done before consent");
        assertEquals(
                "The dump in it is unpacked for as long as that takes: 1.22 kB in %s."
                        .formatted(unpacked()),
                change.warnings().get(1));
        ChangeOutcome outcome = change.action().run();

        assertEquals(ChangeOutcome.done("The dump is restored into back."), outcome);
        assertEquals(List.of(new ToolProgress("orders.lines", 1)), told);
        assertEquals(List.of("Making the database back", "Table 1: orders.lines"), said);
        assertEquals(
                java.nio.ByteBuffer.wrap(dump),
                java.nio.ByteBuffer.wrap(Files.readAllBytes(folder.resolve("restored"))));
        assertTrue(Files.readString(folder.resolve("rights")).startsWith("drwx------"));
        assertEquals(List.of(), files(unpacked()));
        assertTrue(
                change.preview()
                        .contains(" --dbname=dbname='back' " + unpacked().toAbsolutePath()));
    }

    @Test
    void refusesWhatItCanNotRestoreAndSaysWhy() throws Exception {
        byte[] dump = SomeBackupFiles.custom(116, 1);
        byte[] sql = SomeBackupFiles.sql();
        assertEquals(
                "This is SQL, which is not run here: what is in it would run on this desktop,"
                        + " too.",
                refusal(SomeBackupFiles.gzip(SomeBackupFiles.tar(Map.of("shop.sql", sql)))));
        assertEquals(
                "2 dumps are in this file.",
                refusal(SomeBackupFiles.tar(Map.of("a", dump, "b", dump))));
        assertEquals(
                "No dump of pg_dump is in this file.",
                refusal(SomeBackupFiles.tar(Map.of("PG_VERSION", new byte[] {'8'}))));
        dump[10] = 5;
        assertEquals(
                "This is a dump in the directory format, packed.",
                refusal(SomeBackupFiles.tar(Map.of("shop/toc.dat", dump))));
        byte[] cut = SomeBackupFiles.tarGz();
        assertTrue(
                refusal(java.util.Arrays.copyOf(cut, cut.length - 3)).contains("ends too early"));
    }

    @Test
    void stopsInTheMiddleAndDropsWhatItMade() throws Exception {
        tool("createdb", "");
        tool("pg_restore", TABLE + "exec sleep 600");
        tool("dropdb", "echo \"$*\" >> " + folder.resolve("dropped"));

        Change change =
                restore().describe(TARGET, file(SomeBackupFiles.tarGz()), "it's back", _ -> {});
        stopAtTheFirstTable(change);

        assertEquals(
                new ChangeOutcome(
                        ChangeOutcome.Status.FAILED,
                        "Stopped, and the new database it's back is dropped again.",
                        List.of()),
                change.action().run());
        assertEquals(
                "--no-password --force --maintenance-db=dbname='postgres' -- it's back\n",
                Files.readString(folder.resolve("dropped")));
        assertEquals(List.of(), files(unpacked()));
    }

    @Test
    void namesTheDatabaseThatItCouldNotDrop() throws Exception {
        tool("createdb", "");
        tool("pg_restore", TABLE + "exec sleep 600");
        tool("dropdb", "echo 'dropdb: error: no link'; exit 1");
        Change stopped = restore().describe(TARGET, file(SomeBackupFiles.tarGz()), "Back", _ -> {});
        stopAtTheFirstTable(stopped);

        assertEquals(
                new ChangeOutcome(
                        ChangeOutcome.Status.PARTLY,
                        "Stopped. The database Back was made for it and could not be dropped again."
                                + " Drop it with: DROP DATABASE \"Back\" WITH (FORCE)",
                        List.of("The program dropdb failed. dropdb: error: no link")),
                stopped.action().run());

        tool("pg_restore", "exit 1");
        Change failed = restore().describe(TARGET, file(SomeBackupFiles.tarGz()), "Back", _ -> {});
        ChangeOutcome outcome = failed.action().run();
        assertEquals(ChangeOutcome.Status.PARTLY, outcome.status());
        assertTrue(outcome.sentence().startsWith("The program pg_restore failed. The database"));
    }

    @Test
    void doesNothingOnTheServerWhenItWasStoppedBefore() throws Exception {
        tool("createdb", "touch " + folder.resolve("made"));
        Change change = restore().describe(TARGET, file(SomeBackupFiles.tarGz()), "back", _ -> {});

        change.progress().orElseThrow().stop();

        assertEquals(
                "Stopped before anything was done on the server.",
                change.action().run().sentence());
        assertFalse(Files.exists(folder.resolve("made")));
    }

    /** A tool that has nothing to say does not notice that nobody listens any more. */
    @Test
    void endsAndRemovesWhatAKilledConsoleLeftAndNothingThatIsUsed() throws Exception {
        tool(
                "pg_dump",
                "for a; do case \"$a\" in --file=*) echo half > \"${a#--file=}\";; esac; done; echo $$ > "
                        + folder.resolve("pid")
                        + "\necho 'pg_dump: dumping contents of table \"orders.lines\"'\nexec sleep 600");
        Path dumps = Files.createDirectory(folder.resolve("dumps"));
        Path ours = ToolFiles.dumpIn(unpacked());
        try (ToolFiles _ = ToolFiles.of(ours);
                ChildProgram child =
                        ChildProgram.start(
                                DumpingProgram.class,
                                folder,
                                folder.toString(),
                                unpacked().toString(),
                                dumps.toString())) {
            Files.write(ours, new byte[10]);
            child.awaitFirstLine();
            assertEquals(List.of("orders.lines"), child.said());
            List<String> inUse = files(unpacked());
            assertEquals(7, inUse.size(), "two of each dump, three of the tool: " + inUse);

            ToolFiles.sweep(unpacked());
            assertEquals(inUse, files(unpacked()));

            child.kill();
            ProcessHandle left =
                    ProcessHandle.of(
                                    Long.parseLong(Files.readString(folder.resolve("pid")).strip()))
                            .orElseThrow();
            assertTrue(left.isAlive());
            assertEquals(List.of("shop-shop-19700101T000000Z.dump.part"), files(dumps));
            ToolFiles.sweep(unpacked());
            assertTrue(!left.isAlive() || left.info().command().isEmpty(), "ended by then");
            assertEquals(List.of(), files(dumps));
            assertEquals(2, files(unpacked()).size());
            assertTrue(Files.exists(ours));
        }
        assertEquals(List.of(), files(unpacked()));
        ToolFiles.sweep(folder.resolve("never made"));
    }

    private static void stopAtTheFirstTable(Change change) {
        change.progress()
                .orElseThrow()
                .listen(said -> {
                    if (said.startsWith("Table")) {
                        change.progress().orElseThrow().stop();
                    }
                });
    }

    private String refusal(byte[] content) throws IOException {
        Path file = file(content);
        Problem problem =
                assertThrows(
                                ProblemException.class,
                                () -> restore().describe(TARGET, file, "back", _ -> {}))
                        .problem();
        assertFalse(problem.remedy().isEmpty());
        return problem.sentence();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("backup"), content);
    }

    private Path unpacked() {
        return folder.resolve("unpacked");
    }

    private LocalRestore restore() {
        return new LocalRestore(
                new ClientTool(folder, "18.0", 18),
                PgTarget.of("localhost", 1, "postgres", "postgres", TlsMode.DISABLE),
                Secret.of("x"),
                unpacked());
    }

    private void tool(String name, String script) throws IOException {
        Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }
}
