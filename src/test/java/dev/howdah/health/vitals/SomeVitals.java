package dev.howdah.health.vitals;

import dev.howdah.health.Judged;
import dev.howdah.pg.server.vitals.VitalsInterval;
import dev.howdah.pg.server.vitals.VitalsSnapshot;
import dev.howdah.pg.server.vitals.VitalsSnapshot.Checkpoints;
import dev.howdah.pg.server.vitals.VitalsSnapshot.DatabaseCounters;
import dev.howdah.pg.server.vitals.VitalsTrend;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Vitals of made-up servers. */
final class SomeVitals {
    private static final Instant STARTED = Instant.parse("2026-11-01T00:00:00Z");

    private SomeVitals() {}

    /** Of a server that lets 97 of 100 connections to ordinary roles. */
    static VitalsSnapshot withSessions(int sessions) {
        return vitals(sessions, List.of(database("shop", OptionalLong.of(0))));
    }

    static VitalsSnapshot withChecksumFailures(DatabaseCounters... databases) {
        return vitals(5, List.of(databases));
    }

    static DatabaseCounters database(String name, OptionalLong checksumFailures) {
        return new DatabaseCounters(
                name.isEmpty() ? 0 : name.hashCode(),
                name,
                1,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                checksumFailures,
                0,
                0,
                Optional.empty());
    }

    private static VitalsSnapshot vitals(int sessions, List<DatabaseCounters> databases) {
        return new VitalsSnapshot(
                Judged.NOW,
                STARTED,
                false,
                100,
                3,
                sessions,
                0,
                0,
                true,
                Optional.empty(),
                OptionalLong.of(1L << 30),
                new Checkpoints(0, 0, 0, Optional.empty()),
                databases);
    }

    /** Five minutes in which nothing happened; the setters make something happen. */
    static final class Trend {
        private Duration lately = Duration.ofMinutes(5);
        private Duration hour = Duration.ofHours(1);
        private long commits;
        private long rollbacks;
        private long blocksRead;
        private long blocksHit;
        private long tempBytes;
        private long deadlocks;
        private long timed;
        private long requested;

        Trend transactions(long committed, long rolledBack) {
            commits = committed;
            rollbacks = rolledBack;
            return this;
        }

        Trend blocks(long hit, long read) {
            blocksHit = hit;
            blocksRead = read;
            return this;
        }

        Trend tempBytes(long bytes) {
            tempBytes = bytes;
            return this;
        }

        Trend deadlocks(long count) {
            deadlocks = count;
            return this;
        }

        Trend checkpoints(long inTime, long early) {
            timed = inTime;
            requested = early;
            return this;
        }

        /** The console has looked for this long only. */
        Trend lookedFor(Duration elapsed) {
            lately = elapsed;
            hour = elapsed;
            return this;
        }

        VitalsTrend trend() {
            return new VitalsTrend(interval(lately), interval(hour));
        }

        private VitalsInterval interval(Duration elapsed) {
            return new VitalsInterval(
                    elapsed,
                    commits,
                    rollbacks,
                    blocksRead,
                    blocksHit,
                    0,
                    0,
                    0,
                    tempBytes,
                    deadlocks,
                    0,
                    timed,
                    requested);
        }
    }
}
