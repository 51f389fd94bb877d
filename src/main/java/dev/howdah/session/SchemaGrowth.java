package dev.howdah.session;

import dev.howdah.core.Reading;
import dev.howdah.pg.server.sizes.SchemasSnapshot;
import dev.howdah.pg.server.sizes.SchemasSnapshot.SchemaRow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much the schemas of a server have grown since the console first looked at them. All methods
 * are called on the UI thread.
 */
public final class SchemaGrowth {
    /** Between two looks: the estimates change when a table is vacuumed, not before. */
    static final Duration PAUSE = Duration.ofMinutes(5);

    private final Map<Long, Long> firstBytes = new HashMap<>();
    private Optional<Instant> since = Optional.empty();

    /** Remembers the first size of every schema; estimates and measured sizes are not mixed. */
    void take(Reading<SchemasSnapshot> reading) {
        if (reading instanceof Reading.Fresh<SchemasSnapshot>(SchemasSnapshot now, Instant at)
                && !now.measured()) {
            if (since.isEmpty()) {
                since = Optional.of(at);
            }
            now.schemas().forEach(schema -> firstBytes.putIfAbsent(schema.oid(), schema.bytes()));
        }
    }

    /** Bytes added since the first look, less than 0 when it shrank; empty before that look. */
    public OptionalLong grownBytes(SchemaRow schema) {
        Long first = firstBytes.get(schema.oid());
        return first == null ? OptionalLong.empty() : OptionalLong.of(schema.bytes() - first);
    }

    /** When the first look was. */
    public Optional<Instant> since() {
        return since;
    }
}
