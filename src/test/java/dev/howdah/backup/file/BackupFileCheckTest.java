package dev.howdah.backup.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.howdah.backup.BackupFormat;
import dev.howdah.backup.FileVerdict;
import dev.howdah.backup.FileVerdict.Soundness;
import dev.howdah.backup.SomeBackupFiles;
import dev.howdah.backup.format.CountedInput;
import dev.howdah.backup.format.GzipContent;
import dev.howdah.core.ProblemException;
import dev.howdah.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No backup that is cut or damaged is ever called good. */
class BackupFileCheckTest {
    @TempDir Path folder;

    @Test
    void knowsAWholeFileOfEveryFormat() throws Exception {
        Map<String, String> seen = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> sample : SomeBackupFiles.all().entrySet()) {
            FileVerdict verdict = check(sample.getValue());
            seen.put(sample.getKey(), verdict.format() + " " + verdict.soundness());
        }

        assertEquals(
                Map.of(
                        "custom 1.16 zlib", "CUSTOM_DUMP COMPLETE",
                        "custom 1.15 plain", "CUSTOM_DUMP COMPLETE",
                        "custom 1.14 zlib", "CUSTOM_DUMP COMPLETE",
                        "custom 1.13 plain", "CUSTOM_DUMP COMPLETE",
                        "tar of pg_dump", "TAR COMPLETE",
                        "tar.gz", "GZIP PROVEN",
                        "sql", "PLAIN_SQL COMPLETE",
                        "sql.gz", "GZIP PROVEN",
                        "zip", "ZIP PROVEN"),
                seen);
        assertEquals(
                "This is a file of an unknown kind: nothing in its 5 B says where it should end.",
                check("hello".getBytes(StandardCharsets.UTF_8)).sentence());
    }

    @Test
    void saysAtWhichByteAFileEnds() throws Exception {
        byte[] whole = SomeBackupFiles.tarGz();

        FileVerdict cut = check(Arrays.copyOf(whole, 300));

        assertEquals(
                new FileVerdict(
                        Soundness.BROKEN,
                        BackupFormat.GZIP,
                        300,
                        "The gzip ends too early, after 300 bytes.",
                        ""),
                cut);
        assertEquals(Soundness.BROKEN, check(new byte[0]).soundness(), "an empty file");
    }

    @Test
    void seesADumpThatWasCutBeforeItWasPacked() throws Exception {
        byte[] sql = SomeBackupFiles.sql();
        byte[] dump = SomeBackupFiles.custom(116, 1);

        assertBroken("sql.gz", SomeBackupFiles.gzip(Arrays.copyOf(sql, sql.length - 40)));
        byte[] half = Arrays.copyOf(dump, dump.length / 2);
        assertBroken("zip", SomeBackupFiles.zip(half));
        assertBroken("tar.gz", SomeBackupFiles.gzip(SomeBackupFiles.tar(Map.of("a.dump", half))));
    }

    @Test
    void isNotFooledByARowThatLooksLikeTheEnd() throws Exception {
        String forged =
                """
                --
                -- PostgreSQL database dump
                --

                COPY public.notes (note) FROM stdin;
                -- PostgreSQL database dump complete
                --

                """;

        assertBroken("rows", forged.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void trustsTheSumThatWasNotedBesideTheFile() throws Exception {
        byte[] sql = SomeBackupFiles.sql();
        Path file = Files.write(folder.resolve("shop.sql"), sql);
        FileSum.write(file, BackupFileCheck.of(file).sha256());
        assertEquals(Soundness.PROVEN, BackupFileCheck.of(file).soundness());

        sql[sql.length / 2] ^= 1;
        Files.write(file, sql);

        FileVerdict changed = BackupFileCheck.of(file);
        assertEquals(Soundness.BROKEN, changed.soundness());
        assertTrue(changed.sentence().contains("is not what it was"), changed.sentence());
    }

    @Test
    void neverCallsADamagedFileGood() throws Exception {
        damage(SomeBackupFiles.all(), 60, 1);
    }

    @Test
    @Tag("long")
    void neverCallsAnyOfThousandsOfDamagedFilesGood() throws Exception {
        damage(SomeBackupFiles.all(), 1_000, 2);
    }

    @Test
    void knowsWhatTheInstalledToolsWrite() throws Exception {
        Path tool =
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                        .map(each -> Path.of(each, "pg_dump"))
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElse(null);
        assumeTrue(tool != null, "pg_dump is not installed");
        TestServer server = TestServer.of(13);
        server.run(
                "CREATE TABLE howdah_dumped AS SELECT i, repeat('x', i) AS t FROM"
                        + " generate_series(1, 400) AS i",
                "SELECT lo_from_bytea(0, '\\xdeadbeef')");
        try {
            Map<String, byte[]> dumps = new LinkedHashMap<>();
            dumps.put("-Fc", dump(server, tool, "-Fc"));
            dumps.put("-Fc -Z0", dump(server, tool, "-Fc", "-Z0"));
            dumps.put("-Ft", dump(server, tool, "-Ft"));
            dumps.put("-Fp", dump(server, tool, "-Fp"));
            dumps.put("-Fp -Z6", dump(server, tool, "-Fp", "-Z6"));
            for (Map.Entry<String, byte[]> each : dumps.entrySet()) {
                FileVerdict verdict = check(each.getValue());
                assertTrue(isGoodOrComplete(verdict), each.getKey() + " " + verdict);
            }
            damage(dumps, 30, 3);
        } finally {
            server.run(
                    "DROP TABLE howdah_dumped",
                    "SELECT lo_unlink(oid) FROM pg_largeobject_metadata");
        }
    }

    private byte[] dump(TestServer server, Path tool, String... options) throws Exception {
        Path file = folder.resolve("dump");
        Files.deleteIfExists(file);
        ProcessBuilder process = new ProcessBuilder(tool.toString());
        process.command().addAll(List.of(options));
        process.command()
                .addAll(
                        List.of(
                                "-f",
                                file.toString(),
                                "-h",
                                server.host(),
                                "-p",
                                Integer.toString(server.port()),
                                "-U",
                                server.user(),
                                "postgres"));
        process.environment().put("PGPASSWORD", server.password());
        assertEquals(0, process.inheritIO().start().waitFor());
        return Files.readAllBytes(file);
    }

    /** Cuts and flips at random places; what is shown as good must have the same content. */
    private void damage(Map<String, byte[]> samples, int times, long seed) throws Exception {
        Random random = new Random(seed);
        for (Map.Entry<String, byte[]> sample : samples.entrySet()) {
            byte[] whole = sample.getValue();
            for (int i = 0; i < times; i++) {
                int length = i < 20 ? whole.length - 1 - i : random.nextInt(whole.length);
                FileVerdict cut = check(Arrays.copyOf(whole, length));
                String where = sample.getKey() + " cut to " + length + " of " + whole.length;
                assertFalse(isGoodOrComplete(cut), where + ": " + cut);

                byte[] flipped = whole.clone();
                int bit = random.nextInt(whole.length * 8);
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                FileVerdict verdict = check(flipped);
                if (verdict.soundness() == Soundness.PROVEN) {
                    assertTrue(
                            Arrays.equals(content(whole), content(flipped)),
                            sample.getKey() + " bit " + bit + ": " + verdict);
                }
                Path noted = Files.write(folder.resolve("noted"), flipped);
                FileSum.write(noted, sum(whole));
                assertEquals(Soundness.BROKEN, BackupFileCheck.of(noted).soundness());
            }
        }
    }

    private String sum(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(FileSum.digest().digest(bytes));
    }

    /** What is packed; a header of a packer may name another time without changing anything. */
    private static byte[] content(byte[] file) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        if (file[0] == 0x1f) {
            new GzipContent(new CountedInput(new ByteArrayInputStream(file))).transferTo(content);
        } else {
            ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file));
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                content.writeBytes(e.getName().getBytes(StandardCharsets.UTF_8));
                zip.transferTo(content);
            }
        }
        return content.toByteArray();
    }

    private static boolean isGoodOrComplete(FileVerdict verdict) {
        return verdict.soundness() == Soundness.PROVEN || verdict.soundness() == Soundness.COMPLETE;
    }

    private void assertBroken(String what, byte[] content) throws Exception {
        FileVerdict verdict = check(content);
        assertEquals(Soundness.BROKEN, verdict.soundness(), what + ": " + verdict);
    }

    private FileVerdict check(byte[] content) throws IOException, ProblemException {
        return BackupFileCheck.of(Files.write(folder.resolve("checked"), content));
    }
}
