package dev.howdah.ui.backups;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Reading;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.Operation.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When the list of backups and the window have to be read anew. */
class EndedWorkTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final EndedWork work = new EndedWork();

    private static Operation asked(Act act) {
        return Operation.planned(UUID.randomUUID(), "s", act, "Do it", Map.of(), "Asked.", NOON);
    }

    private boolean sees(Operation... operations) {
        return work.sees(new Reading.Fresh<>(List.of(operations), NOON));
    }

    @Test
    void noticesTheEndOfABackupOnceAndNothingThatHadEndedBefore() {
        Operation backup = asked(Act.BACKUP);
        Operation old = asked(Act.BACKUP).in(State.DONE, "Done.", NOON);

        assertFalse(sees(backup, old));
        assertTrue(sees(backup.in(State.DONE, "Done.", NOON), old));
        assertFalse(sees(backup.in(State.DONE, "Done.", NOON), old));
    }

    @Test
    void doesNotMindWhatMakesNoOtherBackups() {
        Operation list = asked(Act.ALLOWLIST);

        assertFalse(sees(list));
        assertFalse(sees(list.in(State.DONE, "Done.", NOON)));
    }
}
