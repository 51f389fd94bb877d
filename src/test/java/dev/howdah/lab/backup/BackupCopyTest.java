package dev.howdah.lab.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is restored of a backup that is not as it was made. */
class BackupCopyTest {
    @TempDir private Path folder;
    private WholeBackup backup;

    @BeforeEach
    void make() throws IOException {
        backup = SomeBackup.in(folder, SomeBackup.NOON, 5);
    }

    @Test
    void aWholeOneIsCopiedAndTellsHowFarItIs() throws Exception {
        List<Double> told = new ArrayList<>();
        Path copy = Files.createDirectory(folder.resolve("copy"));

        BackupCopy.of(backup).to(copy, told::add);

        assertEquals(1.0, told.getLast());
        assertEquals(files(backup.data()), files(copy));
        for (String name : files(copy)) {
            assertEquals(-1, Files.mismatch(backup.data().resolve(name), copy.resolve(name)), name);
        }
        assertEquals(BackupManifest.in(backup.folder()), backup.manifest());
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void noBitFlipAndNoTruncationIsRestored() throws Exception {
        damage(SomeDamage.FEW);
    }

    @Test
    @Tag("long")
    void noneOfAThousandBitFlipsAndTruncationsIsEither() throws Exception {
        damage(SomeDamage.MANY);
    }

    private void damage(int faults) throws Exception {
        List<String> files =
                files(backup.folder()).stream()
                        .filter(name -> backup.folder().resolve(name).toFile().length() > 0)
                        .toList();
        for (int seed = 0; seed < faults; seed++) {
            Random random = new Random(seed);
            String name = files.get(random.nextInt(files.size()));
            Path file = backup.folder().resolve(name);
            byte[] content = Files.readAllBytes(file);
            Files.write(file, SomeDamage.done(content, random));
            if (name.equals(BackupManifest.FILE)) {
                assertThrows(IOException.class, () -> BackupManifest.in(backup.folder()));
            } else {
                Path copy = Files.createDirectory(folder.resolve("copy-" + seed));
                String sentence =
                        assertThrows(
                                        ProblemException.class,
                                        () -> BackupCopy.of(backup).to(copy, _ -> {}))
                                .problem()
                                .sentence();
                assertTrue(
                        sentence.contains(
                                backup.data().relativize(file).toString().replace('\\', '/')),
                        sentence);
            }
            Files.write(file, content);
        }
    }
}
