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
import org.junit.jupiter.api.Test;

/** However work in the background comes to its end, the page is told, and told why. */
class StoppableWorkTest {
    private static final Problem GONE =
            Problem.of(Problem.Kind.UNREACHABLE, "The server does not answer.", "");

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final StoppableWork work =
            new StoppableWork(new SomeWorkbench(), () -> told.add("ended"));

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void tellsThatItEndedAndWhyItFailed() throws Exception {
        begin(() -> told.add("worked"));
        Fx.eventually("the end", () -> told.size() == 2);
        begin(() -> {
            throw new ProblemException(GONE);
        });
        Fx.eventually("the other end", () -> told.size() == 4);

        assertEquals(
                List.of("worked", "ended", "The server does not answer. stopped: false", "ended"),
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
        Fx.eventually("the end", () -> told.size() == 2);
        work.stop();

        assertEquals(List.of("The server does not answer. stopped: true", "ended"), told);
    }

    private void begin(StoppableWork.Work doing) {
        work.begin(
                doing, (problem, stopped) -> told.add(problem.sentence() + " stopped: " + stopped));
    }
}
