package dev.howdah.core.change;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.change.Operation.Act;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OperationTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static Operation about(Act act, String subject) {
        return Operation.planned(
                UUID.randomUUID(),
                "lab",
                act,
                "Do it",
                Map.of(Operation.SUBJECT, subject),
                "Soon.",
                NOON);
    }

    @Test
    void aCopyBesideTheServiceAndAChangeOfTheServiceDoNotStandInEachOthersWay() {
        Operation copy = about(Act.COPY, "before the drop");
        for (Act act : new Act[] {Act.PLAN_CHANGE, Act.RECOVERY, Act.BACKUP}) {
            assertFalse(copy.standsInTheWayOf(about(act, "")), act.name());
            assertFalse(about(act, "").standsInTheWayOf(copy), act.name());
        }
        assertTrue(about(Act.RECOVERY, "").standsInTheWayOf(about(Act.PLAN_CHANGE, "")));
        assertTrue(copy.standsInTheWayOf(about(Act.COPY, "before the drop")));
        assertFalse(copy.standsInTheWayOf(about(Act.COPY, "another")));
    }
}
