package dev.howdah.health;

import dev.howdah.core.Reading;
import dev.howdah.health.session.SessionFacts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * All that is known about a server at the moment of a checkup: one {@link Reading} for each kind of
 * snapshot. What nobody handed in is {@link Reading.Waiting}, so that a rule without its input
 * answers UNKNOWN. The kinds are VitalsSnapshot, VitalsTrend, ReplicationSnapshot, ServerFacts,
 * WraparoundSnapshot, HorizonSnapshot, HealthFacts, SequencesSnapshot, InvalidIndexesSnapshot,
 * DeadRowsSnapshot (all of pg.server), ArchiveSnapshot (of pg.archive), BackupList, Allowlist and
 * ServiceFacts (of the provider), and {@link SessionFacts}.
 *
 * @param now by this desktop's clock
 */
public record HealthInput(Instant now, Map<Class<?>, Reading<?>> readings) {

    public HealthInput {
        readings = Map.copyOf(readings);
    }

    public static HealthInput nothingRead(Instant now) {
        return new HealthInput(now, Map.of());
    }

    /** The same with one more, or a newer, reading. */
    public <T> HealthInput with(Class<T> kind, Reading<T> reading) {
        Map<Class<?>, Reading<?>> more = new HashMap<>(readings);
        more.put(kind, reading);
        return new HealthInput(now, more);
    }

    /** The same facts at a later moment. */
    public HealthInput at(Instant later) {
        return new HealthInput(later, readings);
    }

    /** Waiting when nobody handed it in. */
    @SuppressWarnings("unchecked")
    public <T> Reading<T> reading(Class<T> kind) {
        return (Reading<T>) readings.getOrDefault(kind, Reading.waiting());
    }
}
