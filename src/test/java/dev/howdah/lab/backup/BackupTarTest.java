package dev.howdah.lab.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.backup.FileVerdict.Soundness;
import dev.howdah.backup.file.BackupFileCheck;
import dev.howdah.core.file.Checksum;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup in one file, as it is downloaded. */
class BackupTarTest {
    @TempDir private Path folder;
    private WholeBackup backup;

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
    void isAPlainTarOfTheSameBytesEachTimeAndFromAnywhere() throws Exception {
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
    void noBitFlipAndNoTruncationIsTakenForWhole() throws Exception {
        damage(SomeDamage.FEW);
    }

    @Test
    @Tag("long")
    void noneOfAThousandBitFlipsAndTruncationsIsEither() throws Exception {
        damage(SomeDamage.MANY);
    }

    private void damage(int faults) throws Exception {
        byte[] whole = packed();
        Optional<Checksum> told =
                Checksum.ofHex(Checksum.Kind.SHA_256, BackupTar.of(backup).sha256());
        Path tar = folder.resolve("a.tar");
        Files.write(tar, whole);
        assertEquals(Soundness.PROVEN, judged(tar, told));
        for (int seed = 0; seed < faults; seed++) {
            Files.write(tar, SomeDamage.done(whole, new Random(seed)));
            assertEquals(Soundness.BROKEN, judged(tar, told), "seed " + seed);
        }
    }

    /** As a download is, with the checksum that the lab tells. */
    private static Soundness judged(Path tar, Optional<Checksum> told) throws Exception {
        return BackupFileCheck.of(tar, told, _ -> {}).soundness();
    }
}
