package dev.howdah.provider.trial.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.provider.trial.TrialState;
import dev.howdah.provider.trial.folder.TrialFolder;
import dev.howdah.testing.Await;
import dev.howdah.testing.ChildProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A console that is killed for real leaves its trial to the next one, and to nobody before. */
class KilledConsoleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    /** Writes before the kill: in the middle of the first, of the second, or after both. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void isTakenOverByTheNextConsole(int writes) throws Exception {
        try (TrialStage stage = new TrialStage(folder)) {
            CompletableFuture<ChildProgram> child = new CompletableFuture<>();
            stage.scalingo.weather().atWrite(writes, () -> child.join().kill());
            try (ChildProgram trying =
                    ChildProgram.start(
                            TryingProgram.class,
                            folder,
                            folder.toString(),
                            stage.scalingo.api().toString())) {
                child.complete(trying);
                if (writes == 2) {
                    trying.awaitFirstLine();
                    assertFalse(stage.isLetIn());
                    stage.guard().tick();
                    assertInstanceOf(
                            TrialState.Elsewhere.class,
                            stage.guard().news().state(),
                            "it lives, and looks after it");
                    trying.kill();
                } else {
                    Await.until("the child is killed", PATIENCE, () -> !trying.lives());
                }
            }
            assertEquals(1, new TrialFolder(folder).unfinished().size());

            stage.after(Duration.ofSeconds(200));
            for (int i = 0; i < 40 && !new TrialFolder(folder).unfinished().isEmpty(); i++) {
                stage.after(Duration.ofSeconds(31));
            }

            assertTrue(stage.isLetIn());
            assertEquals(List.of(TrialStage.OLD), stage.scalingo.allowed());
            assertEquals(List.of(), new TrialFolder(folder).unfinished());
        }
    }
}
