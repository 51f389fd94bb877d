package dev.howdah.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.lab.backup.BackupFacts;
import dev.howdah.lab.copies.LabCopies;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperation.State;
import dev.howdah.testing.Await;
import dev.howdah.testing.ChildProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app is killed while a copy is made, and when it runs, and started again. */
class LabCopyCrashTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String GIVEN_UP =
            "The copy was given up, because Howdah was ended in the middle of making it. Nothing is"
                    + " left of it.";

    @TempDir private Path folder;
    private Instant moment = Instant.EPOCH;

    private void makeLab() throws Exception {
        try (LabCluster lab = SomeLab.openSmall(folder)) {
            UUID backup = UUID.randomUUID();
            lab.keeping().backUp(backup, BackupFacts.Kind.ON_DEMAND);
            Await.until(
                    "the backup",
                    LIMIT,
                    () -> lab.operations().find(backup).orElseThrow().state() == State.DONE);
            moment = Instant.now();
        }
    }

    /** Of the three most telling moments the last leaves a server that runs without a console. */
    @Test
    void halfOfACopyIsRemovedAndAWholeOneIsStoppedAndKept() throws Exception {
        makeLab();
        assertGivenUp(killedAt("Copy the backup", 0));
        assertGivenUp(killedAt("Recover up to the moment", 30));
        UUID kept = killedAt("port ", 0);
        try (LabCluster lab = SomeLab.openSmall(folder)) {
            LabCopies copies = lab.keeping().copies();
            assertEquals("killed", copies.find(kept).orElseThrow().name());
            assertEquals(false, copies.runs(kept));
            assertEquals(List.of("1"), SomeLab.ask(copies.start(kept), "SELECT 1"));
            assertTrue(
                    lab.operations()
                            .find(kept)
                            .orElseThrow()
                            .sentence()
                            .startsWith("The copy killed is ready"));
        }
        SomeLab.assertNothingRunsIn(folder);
        assertNothingRunsInCopies();
    }

    @Test
    @Tag("long")
    void killedAtAnyMomentItIsWholeOrGone() throws Exception {
        makeLab();
        Random random = new Random(7);
        for (int i = 0; i < 30; i++) {
            UUID id = killedAt("Bring the newest WAL", random.nextInt(2_500));
            try (LabCluster lab = SomeLab.openSmall(folder)) {
                LabCopies copies = lab.keeping().copies();
                LabOperation left = lab.operations().find(id).orElseThrow();
                if (copies.find(id).isPresent()) {
                    assertEquals(State.DONE, left.state());
                    assertEquals(List.of("1"), SomeLab.ask(copies.start(id), "SELECT 1"));
                    copies.remove(UUID.randomUUID(), id);
                } else {
                    assertEquals(GIVEN_UP, left.sentence());
                }
                assertEquals(0, children());
            }
            assertNothingRunsInCopies();
        }
    }

    private UUID killedAt(String line, int millisLater) throws Exception {
        UUID id = UUID.randomUUID();
        Path said = Files.createTempDirectory(folder, "said");
        try (ChildProgram child =
                ChildProgram.start(
                        CopyChild.class,
                        said,
                        folder.toString(),
                        SomeLab.programs().toString(),
                        id.toString(),
                        moment.toString())) {
            Await.until(
                    line,
                    LIMIT,
                    () -> child.said().stream().anyMatch(each -> each.startsWith(line)));
            LockSupport.parkNanos(millisLater * 1_000_000L);
        }
        return id;
    }

    private void assertGivenUp(UUID id) throws Exception {
        try (LabCluster lab = SomeLab.openSmall(folder)) {
            LabOperation left = lab.operations().find(id).orElseThrow();
            assertEquals(State.FAILED, left.state());
            assertEquals(GIVEN_UP, left.sentence());
            assertEquals(List.of(), lab.keeping().copies().all());
            assertEquals(0, children());
            assertTrue(lab.facts().underWay().isEmpty());
        }
        assertNothingRunsInCopies();
    }

    private long children() throws Exception {
        try (Stream<Path> all = Files.list(LabCopies.under(folder))) {
            return all.count();
        }
    }

    private void assertNothingRunsInCopies() {
        String copies = LabCopies.under(folder).toString();
        Await.until(
                "no server runs in " + copies,
                LIMIT,
                () ->
                        ProcessHandle.allProcesses()
                                .map(process -> process.info().commandLine().orElse(""))
                                .noneMatch(command -> command.contains(copies)));
    }
}
