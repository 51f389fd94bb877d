package dev.howdah.lab;

import dev.howdah.lab.node.LabAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A client of the service that commits a number every few milliseconds, and when its connection
 * breaks makes a new one to the same address. It remembers what was acknowledged.
 */
final class SteadyWriter implements AutoCloseable {
    /** Often enough to see every gap, and seldom enough to leave the disk to the lab. */
    private static final Duration PAUSE = Duration.ofMillis(4);

    private final LabAccess access;
    private final CompletableFuture<Void> work;
    private final ConcurrentLinkedQueue<Long> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicLong longestGapNanos = new AtomicLong();
    private final AtomicLong breaks = new AtomicLong();
    private volatile boolean over;

    SteadyWriter(LabAccess access) throws SQLException {
        this.access = access;
        try (Connection connection = access.connect("howdah test");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS auth.steps (n bigint PRIMARY KEY)");
            statement.execute("TRUNCATE auth.steps");
        }
        work = CompletableFuture.runAsync(this::work, task -> Thread.ofVirtual().start(task));
    }

    private void work() {
        long next = 1;
        long last = System.nanoTime();
        while (!over) {
            try (Connection connection = access.connect("steady writer");
                    PreparedStatement insert =
                            connection.prepareStatement(
                                    "INSERT INTO auth.steps VALUES (?) ON CONFLICT DO NOTHING")) {
                while (!over) {
                    insert.setLong(1, next);
                    insert.executeUpdate();
                    acknowledged.add(next);
                    long now = System.nanoTime();
                    long gap = now - last;
                    longestGapNanos.accumulateAndGet(gap, Math::max);
                    last = now;
                    next++;
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            } catch (SQLException _) {
                breaks.incrementAndGet();
            }
        }
    }

    long count() {
        return acknowledged.size();
    }

    /** Between two acknowledged commits. */
    Duration longestGap() {
        return Duration.ofNanos(longestGapNanos.get());
    }

    /** Connections that broke or were refused. */
    long breaks() {
        return breaks.get();
    }

    /** Acknowledged numbers that are not in the table. */
    List<Long> lost(List<String> present) {
        Set<Long> there = present.stream().map(Long::valueOf).collect(Collectors.toSet());
        return LongStream.rangeClosed(1, acknowledged.size())
                .boxed()
                .filter(n -> !there.contains(n))
                .toList();
    }

    /** Returns when nothing more is written. */
    void end() {
        over = true;
        work.join();
    }

    @Override
    public void close() {
        end();
    }
}
