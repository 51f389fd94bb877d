package dev.howdah.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can go wrong on somebody's desktop is said in a sentence. */
class LabTroubleTest {

    @Test
    void aSecondInstanceIsToldThatTheLabIsOpen(@TempDir Path folder) throws Exception {
        try (LabProcess first = LabProcess.open(folder, SomeLab.programs())) {
            first.waitFor("UNPACKING");
            Problem problem = problemOf(SomeLab.in(folder));

            assertEquals(
                    Problem.of(
                            Problem.Kind.LOCAL,
                            "The lab is open in another window of Howdah.",
                            "Close that one, or name another data folder with -Dhowdah.data."),
                    problem);
        }
    }

    @Test
    void theSameInstanceOpensItOnce(@TempDir Path folder) throws Exception {
        try (LabLock _ = LabLock.acquire(folder)) {
            assertEquals(
                    "The lab is open in another window of Howdah.",
                    problemOf(SomeLab.in(folder)).sentence());
        }
        LabLock.acquire(folder).close();
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("lab"), "not a folder");
        Problem problem = problemOf(SomeLab.in(file.resolve("inside")));

        assertEquals(Problem.Kind.LOCAL, problem.kind());
        assertEquals(
                "The lab can't keep its files in %s, because %s is not a folder."
                        .formatted(file.resolve("inside"), file),
                problem.sentence());
    }

    @Test
    void aReadOnlyFolderIsNamed(@TempDir Path folder) throws Exception {
        try (SmallDisk disk = SmallDisk.readOnly(folder)) {
            Problem problem = problemOf(SomeLab.in(disk.path().resolve("lab")));

            assertEquals(Problem.Kind.LOCAL, problem.kind());
            assertEquals(
                    "The lab can't write to its folder " + disk.path().resolve("lab") + ".",
                    problem.sentence());
        }
    }

    @Test
    void aSmallDiskIsRefusedBeforeAnythingIsWritten(@TempDir Path folder) throws Exception {
        try (SmallDisk disk = SmallDisk.ofMegabytes(50, folder)) {
            Path lab = disk.path().resolve("lab");
            Problem problem = problemOf(new LabOpening(lab, lab, _ -> {}));

            assertEquals(
                    "The lab needs 600 MB in %s, and 50.0 MB are free.".formatted(lab),
                    problem.sentence());
        }
    }

    @Test
    void aDiskThatFillsUpIsNamedAndTheLabGoesOnLater(@TempDir Path folder) throws Exception {
        try (SmallDisk disk = SmallDisk.ofMegabytes(620, folder)) {
            Path lab = disk.path().resolve("lab");
            Path ballast = disk.path().resolve("ballast");
            Problem problem =
                    problemOf(
                            new LabOpening(
                                    lab,
                                    SomeLab.programs(),
                                    progress -> {
                                        if (progress.step() == LabProgress.Step.FILLING) {
                                            fill(ballast);
                                        }
                                    }));

            assertEquals("The disk that holds the lab is full: " + lab + ".", problem.sentence());
            SomeLab.assertNothingRunsIn(lab);

            Files.delete(ballast);
            try (LabCluster again = LabCluster.open(SomeLab.in(lab))) {
                assertEquals(
                        List.of("240000"),
                        SomeLab.ask(again, "SELECT count(*) FROM orders.order_history"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = LabProgress.Step.class,
            names = {"UNPACKING", "CREATING", "STARTING", "FILLING", "BACKING_UP"})
    void cancelledInAnyStepItLeavesNothingRunning(LabProgress.Step step, @TempDir Path folder)
            throws Exception {
        Path programs =
                step == LabProgress.Step.UNPACKING
                        ? folder.resolve("programs")
                        : SomeLab.programs();
        CompletableFuture<Void> reached = new CompletableFuture<>();
        FutureTask<LabCluster> opening =
                new FutureTask<>(() -> {
                    try {
                        return LabCluster.open(
                                new LabOpening(
                                        folder,
                                        programs,
                                        progress -> {
                                            if (progress.step() == step) {
                                                reached.complete(null);
                                            }
                                        }));
                    } catch (ProblemException e) {
                        reached.completeExceptionally(e);
                        throw e;
                    }
                });
        Thread thread = Thread.ofVirtual().start(opening);
        reached.join();
        thread.interrupt();

        ExecutionException ended = assertThrows(ExecutionException.class, opening::get);
        assertTrue(ended.getCause() instanceof InterruptedException, ended.toString());
        thread.join();
        SomeLab.assertNothingRunsIn(folder);
        LabLock.acquire(folder).close();
    }

    private static Problem problemOf(LabOpening opening) {
        Problem problem =
                assertThrows(ProblemException.class, () -> LabCluster.open(opening)).problem();
        assertTrue(problem.remedy().endsWith("."), problem.remedy());
        return problem;
    }

    private static void fill(Path ballast) {
        byte[] megabyte = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(megabyte);
            }
        } catch (IOException full) {
            assertTrue(ballast.toFile().length() > 0, full.toString());
        }
    }
}
