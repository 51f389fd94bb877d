package dev.howdah.provider.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A statement that runs on the server, by the provider's account.
 *
 * @param state as in pg_stat_activity
 * @param startedAt empty when not told; such a statement can't be ended from here
 * @param runningFor empty when not told
 */
public record RunningQuery(
        int pid,
        String user,
        String state,
        Optional<Instant> startedAt,
        Optional<Duration> runningFor,
        String query) {}
