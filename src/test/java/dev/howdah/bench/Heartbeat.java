package dev.howdah.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how long the JavaFX thread does not answer: another thread gives it a beat every 5 ms,
 * and what lies between two beats beyond that is a pause. Collections of garbage count, too, and so
 * does whatever else the machine has to do; {@link #mostWorkMillis} is free of both.
 */
public final class Heartbeat implements AutoCloseable {
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(40);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String OURS = "dev.howdah.";

    private volatile @Nullable Thread javaFx;
    private volatile long lastBeat;
    private volatile boolean onItsWay;
    private volatile boolean closed;
    private volatile double mostWorkMillis;
    private long lastWork;
    private volatile String suspect = "";
    private volatile Pause longest = new Pause(0, "");

    /**
     * @param millis how long
     * @param where our innermost method on the JavaFX thread meanwhile, if anybody saw it
     */
    public record Pause(double millis, String where) {}

    /** Begins to beat. */
    public void start() {
        lastBeat = System.nanoTime();
        Thread.ofPlatform().name("heartbeat").daemon().start(this::giveBeats);
    }

    private void giveBeats() {
        while (!closed) {
            give();
            LockSupport.parkNanos(PERIOD_NANOS);
        }
    }

    /** What was until now does not count. */
    public void forget() {
        longest = new Pause(0, "");
        mostWorkMillis = 0;
    }

    /** The longest pause since the last {@link #forget}. */
    public Pause longest() {
        return longest;
    }

    /** The most CPU time that the JavaFX thread took between two beats since then. */
    public double mostWorkMillis() {
        return mostWorkMillis;
    }

    private void give() {
        Thread thread = javaFx;
        if (!onItsWay) {
            onItsWay = true;
            Platform.runLater(this::beat);
        } else if (thread != null && System.nanoTime() - lastBeat > LATE_NANOS) {
            suspect = ours(thread.getStackTrace());
        }
    }

    private void beat() {
        javaFx = Thread.currentThread();
        long now = System.nanoTime();
        long work = THREADS.getCurrentThreadCpuTime();
        if (lastWork > 0) {
            mostWorkMillis = Math.max(mostWorkMillis, (work - lastWork) / 1e6);
        }
        lastWork = work;
        double millis = (now - lastBeat - PERIOD_NANOS) / 1e6;
        if (millis > longest.millis()) {
            longest = new Pause(millis, suspect.isEmpty() ? "the whole process" : suspect);
        }
        suspect = "";
        lastBeat = now;
        onItsWay = false;
    }

    private static String ours(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(frame ->
                        frame.getClassName().startsWith(OURS)
                                && !frame.getClassName().startsWith(Heartbeat.class.getName()))
                .findFirst()
                .or(() -> Arrays.stream(stack).findFirst())
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .orElse("");
    }

    @Override
    public void close() {
        closed = true;
    }
}
