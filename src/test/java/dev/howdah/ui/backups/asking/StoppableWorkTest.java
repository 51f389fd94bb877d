package dev.howdah.ui.backups.asking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However work in the background comes to its end, the page is told, and told why. */
class StoppableWorkTest {
    private static final Problem GONE =
            Problem.of(Problem.Kind.UNREACHABLE, "The server does not answer.", "");

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Progress progress = new Progress();
    private final StoppableWork work = new StoppableWork(new SomeWorkbench(), progress);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void listen() {
        progress.busy().addListener((_, _, busy) -> told.add(busy ? "begun" : "ended"));
    }

    @Test
    void tellsThatItEndedAndWhyItFailed() throws Exception {
        begin(() -> told.add("worked"));
        Fx.eventually("the end", () -> told.size() == 3);
        begin(() -> {
            throw new ProblemException(GONE);
        });
        Fx.eventually("the other end", () -> told.size() == 6);

        assertEquals(
                List.of(
                        "begun",
                        "worked",
                        "ended",
                        "begun",
                        "The server does not answer. stopped: false",
                        "ended"),
                told);
    }

    @Test
    void isStoppedByInterruptingItAndKnowsThat() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        begin(() -> {
            begun.countDown();
            try {
                never.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new ProblemException(GONE);
            }
        });
        begun.await();

        work.stop();
        Fx.eventually("the end", () -> told.size() == 3);
        work.stop();

        assertEquals(List.of("begun", "The server does not answer. stopped: true", "ended"), told);
    }

    private void begin(StoppableWork.Work doing) {
        Fx.run(() -> progress.begin("Working"));
        work.begin(
                doing, (problem, stopped) -> told.add(problem.sentence() + " stopped: " + stopped));
    }
}
