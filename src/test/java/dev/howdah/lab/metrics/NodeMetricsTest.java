package dev.howdah.lab.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.lab.node.LabNode;
import dev.howdah.provider.http.ManualTime;
import dev.howdah.testing.TestClusters;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A running server is measured, and one that is stopped is not. */
class NodeMetricsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final long MEGABYTE = 1L << 20;

    @Test
    void aServerTakesCpuMemoryAndDiskAndIsLookedAtEveryTenSecondsAtMost() throws Exception {
        LabNode node = TestClusters.copyOf(18);
        TestClusters.stopAtExit(node);
        ManualTime time = new ManualTime(NOON);
        NodeMetrics metrics = new NodeMetrics(node, time);
        assertEquals(Optional.empty(), metrics.look());

        node.start(Map.of("shared_buffers", "16MB", "fsync", "off"));
        NodeUse first = metrics.look().orElseThrow();
        time.pass(Duration.ofSeconds(9));
        assertEquals(first, metrics.look().orElseThrow());
        time.pass(Duration.ofSeconds(1));
        NodeUse second;
        try (Connection connection =
                        node.access(LabNode.MAINTENANCE_DATABASE).connect("howdah test");
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT count(*) FROM generate_series(1, 500000)");
            second = metrics.look().orElseThrow();
        }

        NodeSample current = second.current();
        assertEquals(NOON.plusSeconds(10), current.at());
        assertTrue(current.cpuPct() > 0, current.toString());
        assertTrue(current.cpuPct() < 100, current.toString());
        assertBetween(8 * MEGABYTE, current.memoryBytes(), 300 * MEGABYTE);
        assertBetween(30 * MEGABYTE, current.diskUsedBytes(), 300 * MEGABYTE);
        assertBetween(1, current.diskFreeBytes(), Long.MAX_VALUE);
        assertEquals(2, second.history().size());
        assertEquals(first.current(), second.history().getFirst());
        assertEquals(current, second.history().getLast());
        assertEquals(first.current().highest(current), second.highest());

        node.stop();
        assertEquals(Optional.empty(), metrics.look());
    }

    private static void assertBetween(long least, long value, long most) {
        assertTrue(value >= least && value <= most, least + " <= " + value + " <= " + most);
    }
}
