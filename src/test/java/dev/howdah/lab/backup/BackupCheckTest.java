package dev.howdah.lab.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is not as it was made is never taken for whole. */
class BackupCheckTest {
    private static final int FAULTS = 60;
    private static final int ALL_FAULTS = 1_000;

    @TempDir private Path folder;
    private WholeBackup backup;
    private final BackupCheck check = new BackupCheck(_ -> {});

    @BeforeEach
    void make() throws IOException {
        backup = SomeBackup.in(folder, SomeBackup.NOON, 5);
    }

    private byte[] packed() throws IOException {
        try (InputStream in = BackupTar.of(backup).from(0)) {
            return in.readAllBytes();
        }
    }

    @Test
    void aWholeOneIsWholeInItsFolderAndAsAFile() throws Exception {
        List<Double> told = new ArrayList<>();
        Path tar = Files.write(folder.resolve("a.tar"), packed());

        assertEquals(Optional.empty(), new BackupCheck(told::add).folder(backup.folder()));
        assertEquals(Optional.empty(), check.file(tar));
        assertEquals(1.0, told.getLast());
        assertEquals(BackupManifest.in(backup.folder()), backup.manifest());
    }

    @Test
    void theFileIsAPlainTarOfTheSameBytesEachTimeAndFromAnywhere() throws Exception {
        BackupTar tar = BackupTar.of(backup);
        byte[] whole = packed();

        assertEquals("howdah-lab-20261121T120000.000Z.tar", tar.name());
        assertEquals(whole.length, tar.bytes());
        assertEquals(
                tar.version(),
                BackupTar.of(new WholeBackup(backup.folder(), BackupManifest.in(backup.folder())))
                        .version());
        for (int from : new int[] {0, 1, 511, 512, 3_000, whole.length - 1, whole.length}) {
            try (InputStream rest = tar.from(from)) {
                assertTrue(
                        Arrays.equals(
                                Arrays.copyOfRange(whole, from, whole.length), rest.readAllBytes()),
                        "from " + from);
            }
        }
        assertEquals(
                List.of(
                        "manifest",
                        "data/",
                        "data/base/",
                        "data/base/1/",
                        "data/pg_notify/",
                        "data/base/1/0",
                        "data/base/1/1",
                        "data/base/1/511",
                        "data/base/1/512",
                        "data/base/1/513",
                        "data/base/1/8192",
                        "data/base/1/40000"),
                entries());
    }

    private List<String> entries() throws IOException {
        List<String> names = new ArrayList<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(BackupTar.of(backup).from(0))) {
            for (TarArchiveEntry entry = in.getNextEntry();
                    entry != null;
                    entry = in.getNextEntry()) {
                names.add(entry.getName());
                assertEquals(entry.getSize(), in.readAllBytes().length);
            }
        }
        return names;
    }

    @Test
    void eachFaultHasItsSentence() throws Exception {
        Path file = backup.data().resolve("base/1/513");
        byte[] content = Files.readAllBytes(file);

        Files.write(file, Arrays.copyOf(content, 512));
        assertEquals("base/1/513 ends after 512 B, before its 513 B are complete.", folderFault());
        Files.write(file, Arrays.copyOf(content, 514));
        assertEquals("base/1/513 is longer than the 513 B it had.", folderFault());
        Files.delete(file);
        assertEquals("base/1/513 is missing.", folderFault());
        content[0] ^= 1;
        Files.write(file, content);
        assertEquals("base/1/513 is not as it was when the backup was made.", folderFault());
        content[0] ^= 1;
        Files.write(file, content);
        Files.write(backup.data().resolve("base/2"), content);
        assertEquals("base/2 does not belong to the backup.", folderFault());

        byte[] whole = packed();
        Path tar = folder.resolve("a.tar");
        Files.write(tar, Arrays.copyOf(whole, whole.length - 1));
        assertEquals(
                "The file ends at byte 59,391, before its 58.0 kB are complete.",
                check.file(tar).orElseThrow());
        Files.write(tar, Arrays.copyOf(whole, whole.length + 1));
        assertEquals(
                "The file is longer than the 58.0 kB it should have.",
                check.file(tar).orElseThrow());
        Files.write(tar, new byte[0]);
        assertEquals(
                "The list of the backup's files is missing or damaged.",
                check.file(tar).orElseThrow());
    }

    private String folderFault() throws Exception {
        return check.folder(backup.folder()).orElseThrow();
    }

    @Test
    void noBitFlipAndNoTruncationIsTakenForWhole() throws Exception {
        damage(FAULTS);
    }

    @Test
    @Tag("long")
    void noneOfAThousandBitFlipsAndTruncationsIsEither() throws Exception {
        damage(ALL_FAULTS);
    }

    private void damage(int faults) throws Exception {
        byte[] whole = packed();
        Path tar = folder.resolve("a.tar");
        List<Path> files;
        try (Stream<Path> all = Files.walk(backup.folder())) {
            files =
                    all.filter(file -> Files.isRegularFile(file) && file.toFile().length() > 0)
                            .sorted()
                            .toList();
        }
        for (int seed = 0; seed < faults; seed++) {
            Random random = new Random(seed);
            Files.write(tar, damaged(whole, random));
            assertTrue(check.file(tar).isPresent(), "file, seed " + seed);

            Path file = files.get(random.nextInt(files.size()));
            byte[] content = Files.readAllBytes(file);
            Files.write(file, damaged(content, random));
            assertTrue(check.folder(backup.folder()).isPresent(), "folder, seed " + seed);
            Files.write(file, content);
        }
        assertEquals(Optional.empty(), check.folder(backup.folder()));
    }

    private static byte[] damaged(byte[] whole, Random random) {
        if (random.nextBoolean()) {
            return Arrays.copyOf(whole, random.nextInt(whole.length));
        }
        byte[] flipped = whole.clone();
        flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }
}
