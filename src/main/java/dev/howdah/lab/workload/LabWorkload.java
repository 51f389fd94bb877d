package dev.howdah.lab.workload;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the services work on the sample database, gently: under a tenth of a core. Its rhythm is the
 * same for the same seed. When the server goes away it waits and comes back.
 */
public final class LabWorkload {
    private static final Logger LOG = LoggerFactory.getLogger(LabWorkload.class);
    private static final Duration GRACE = Duration.ofMillis(800);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(10);

    /**
     * When an act is done.
     *
     * @param first after the start; every sign is seen in the first two minutes
     * @param everySeconds from the end of one to the beginning of the next, give or take a third
     */
    private record Part(Act act, Duration first, double everySeconds, Random random) {
        Duration nextPause() {
            return Duration.ofMillis(
                    Math.round(1_000 * everySeconds * (0.67 + 0.66 * random.nextDouble())));
        }
    }

    /** One time from start to stop. */
    private record Run(CountDownLatch stopped, ExecutorService threads, List<Stage> stages) {}

    private final ServiceLogin login;
    private final long seed;
    private @Nullable Run run;

    public LabWorkload(ServiceLogin login, long seed) {
        this.login = login;
        this.seed = seed;
    }

    public synchronized boolean isRunning() {
        return run != null;
    }

    /** Returns at once; does nothing when it is running already. */
    public synchronized void start() {
        if (run != null) {
            return;
        }
        Run started =
                new Run(
                        new CountDownLatch(1),
                        Executors.newThreadPerTaskExecutor(
                                Thread.ofVirtual().name("lab-workload-", 0).factory()),
                        new ArrayList<>());
        for (Part part : parts()) {
            Stage stage = new Stage(login, started.stopped());
            started.stages().add(stage);
            started.threads().execute(() -> repeat(part, stage));
        }
        run = started;
    }

    /** Returns when every session is closed, within 2 s. Does nothing when it is not running. */
    public synchronized void stop() {
        Run stopping = run;
        if (stopping == null) {
            return;
        }
        run = null;
        stopping.stopped().countDown();
        stopping.threads().shutdown();
        if (!ended(stopping)) {
            stopping.stages().forEach(Stage::cancelStatements);
            if (!ended(stopping)) {
                stopping.stages().forEach(Stage::close);
                stopping.threads().shutdownNow();
            }
        }
    }

    private static boolean ended(Run stopping) {
        try {
            return stopping.threads().awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Act traffic : ServiceTraffic.ofEveryService(seed)) {
            add(parts, traffic, 0, 0.6);
        }
        add(parts, new SlowSearch(seed), 2, 6);
        add(parts, new SpillingReport(), 5, 25);
        add(parts, new IdleTransaction(Duration.ofSeconds(50), seed), 20, 180);
        add(parts, new LockQueue(Duration.ofSeconds(15), seed), 40, 120);
        add(parts, new Deadlock(seed), 90, 240);
        return parts;
    }

    private void add(List<Part> parts, Act act, int firstSeconds, double everySeconds) {
        Random random = new Random(seed + parts.size());
        parts.add(new Part(act, Duration.ofSeconds(firstSeconds), everySeconds, random));
    }

    private static void repeat(Part part, Stage stage) {
        try (stage) {
            stage.pause(part.first());
            for (int failures = 0; ; ) {
                try {
                    part.act().perform(stage);
                    failures = 0;
                } catch (SQLException e) {
                    LOG.debug("the workload lost a session", e);
                    stage.close();
                    failures++;
                }
                stage.pause(failures == 0 ? part.nextPause() : backOff(failures));
            }
        } catch (InterruptedException _) {
            LOG.debug("the workload was stopped");
        }
    }

    private static Duration backOff(int failures) {
        Duration growing = Duration.ofSeconds(1L << Math.min(failures - 1, 4));
        return growing.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : growing;
    }
}
