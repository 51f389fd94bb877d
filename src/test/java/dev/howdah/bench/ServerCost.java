package dev.howdah.bench;

/**
 * What one refresh costs a server.
 *
 * @param serverMs as pg_stat_statements counts it, the mean
 * @param cpuMs of our backend as the kernel counts it, the median; 0 where the kernel does not tell
 * @param bytes that came to us, the median
 * @param trips round trips, the median
 */
public record ServerCost(double serverMs, double cpuMs, double bytes, double trips) {}
