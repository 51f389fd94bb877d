package dev.howdah.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.pg.server.sizes.SchemasSnapshot;
import dev.howdah.pg.server.sizes.SchemasSnapshot.SchemaRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Growth since the first look. */
class SchemaGrowthTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final SchemaGrowth growth = new SchemaGrowth();

    private static SchemaRow schema(long oid, long bytes) {
        return new SchemaRow(oid, "s" + oid, "owner", 1, 1, bytes, 0);
    }

    private void look(int second, boolean measured, SchemaRow... schemas) {
        growth.take(
                new Reading.Fresh<>(
                        new SchemasSnapshot(measured, List.of(schemas)), NOON.plusSeconds(second)));
    }

    @Test
    void countsFromTheFirstLookAtEachSchema() {
        assertEquals(OptionalLong.empty(), growth.grownBytes(schema(1, 100)));
        assertEquals(Optional.empty(), growth.since());

        look(0, false, schema(1, 100));
        look(300, false, schema(1, 150), schema(2, 1_000));

        assertEquals(OptionalLong.of(60), growth.grownBytes(schema(1, 160)));
        assertEquals(OptionalLong.of(-1), growth.grownBytes(schema(2, 999)));
        assertEquals(Optional.of(NOON), growth.since());
    }

    @Test
    void measuredSizesAreNotComparedWithEstimates() {
        look(0, true, schema(1, 100));

        assertEquals(OptionalLong.empty(), growth.grownBytes(schema(1, 160)));
    }

    @Test
    void aFailedLookIsNoLook() {
        growth.take(
                new Reading.Unavailable<>(Problem.of(Problem.Kind.UNREACHABLE, "It broke.", "")));

        assertEquals(Optional.empty(), growth.since());
    }
}
