package dev.howdah.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.testing.ChildProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("x.lock");
    }

    /** Takes the lock and keeps it until it is killed. */
    static final class HoldingProgram {
        private HoldingProgram() {}

        public static void main(String[] arguments) throws Exception {
            try (ProcessLock _ = ProcessLock.take(Path.of(arguments[0]), Duration.ofSeconds(5))) {
                ChildProgram.say("held");
                System.in.read();
            }
        }
    }

    @Test
    void keepsOtherThreadsOut() throws Exception {
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            try (ProcessLock _ = ProcessLock.take(file(), SHORT)) {
                assertEquals(Problem.Kind.LOCKED, other.submit(this::refusal).get().kind());
            }
            assertTrue(
                    other.submit(
                                    () -> {
                                        ProcessLock.take(file(), SHORT).close();
                                        return true;
                                    })
                            .get());
        }
    }

    @Test
    void keepsOtherProcessesOutUntilTheyAreGone() throws Exception {
        try (ChildProgram holder =
                ChildProgram.start(HoldingProgram.class, folder, file().toString())) {
            holder.awaitFirstLine();

            assertEquals(
                    "Another running console has kept " + file() + " locked for 50 ms.",
                    refusal().sentence());
            holder.kill();
            ProcessLock.take(file(), Duration.ofMinutes(1)).close();
        }
    }

    @Test
    void keepsAnInterruptionForAfterwards() throws Exception {
        Thread.currentThread().interrupt();
        ProcessLock.take(file(), SHORT).close();

        assertTrue(Thread.interrupted());
    }

    private Problem refusal() {
        return assertThrows(ProblemException.class, () -> ProcessLock.take(file(), SHORT))
                .problem();
    }
}
