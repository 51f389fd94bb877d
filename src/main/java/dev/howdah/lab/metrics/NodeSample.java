package dev.howdah.lab.metrics;

import java.time.Instant;

/**
 * What a node took at a moment.
 *
 * @param cpuPct of one core, so it may be over 100; the mean since the sample before, or since the
 *     server's start. What processes have used that ended in between is not in it
 * @param memoryBytes of all its processes, with what they share counted once
 * @param diskUsedBytes of all files in its folder, by their lengths
 * @param diskFreeBytes on the disk that holds the folder
 */
public record NodeSample(
        Instant at, double cpuPct, long memoryBytes, long diskUsedBytes, long diskFreeBytes) {

    /** The highest of both in each, and the least that was free. */
    NodeSample highest(NodeSample other) {
        return new NodeSample(
                at.isAfter(other.at) ? at : other.at,
                Math.max(cpuPct, other.cpuPct),
                Math.max(memoryBytes, other.memoryBytes),
                Math.max(diskUsedBytes, other.diskUsedBytes),
                Math.min(diskFreeBytes, other.diskFreeBytes));
    }
}
