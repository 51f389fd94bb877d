package dev.howdah.ui.settings.asking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Reading;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.Operation.State;
import dev.howdah.core.change.Operation.Step;
import dev.howdah.core.change.Operation.Step.Progress;
import dev.howdah.ui.settings.asking.WorkState.Mark;
import dev.howdah.ui.settings.asking.WorkState.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ServiceWorkTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private int reloads;
    private final ServiceWork work =
            new ServiceWork(
                    Set.of(Act.PLAN_CHANGE), Clock.fixed(NOON, ZoneOffset.UTC), () -> reloads++);

    @Test
    void followsTheNewestOperationOfItsKinds() {
        Operation running =
                asked(Act.PLAN_CHANGE, 90)
                        .in(State.RUNNING, "It is at work.", NOON)
                        .withSteps(
                                List.of(
                                        new Step("Copy", Progress.DONE),
                                        new Step("Switch", Progress.UNDER_WAY)),
                                OptionalInt.of(50));
        Operation elsewhere = asked(Act.BACKUP, 10).in(State.RUNNING, "A backup.", NOON);

        show(elsewhere, running);

        assertEquals(
                Optional.of(
                        new WorkState(
                                "Change it",
                                Outcome.RUNNING,
                                0.5,
                                "50 %, for 1 min 30 s",
                                "It is at work.",
                                List.of(
                                        new WorkState.Step("Copy", Mark.DONE),
                                        new WorkState.Step("Switch", Mark.NOW)))),
                work.state().get());
        assertTrue(work.isUnderWay());
        assertEquals(0, reloads);

        show(elsewhere, running.in(State.DONE, "It is in effect.", NOON));
        assertEquals(Outcome.DONE, work.state().get().orElseThrow().outcome());
        assertFalse(work.isUnderWay());
        assertEquals(1, reloads);
    }

    @Test
    void hearsOfWorkThatBeganAndEndedWhileNobodyLooked() {
        Operation old =
                asked(Act.PLAN_CHANGE, 7_300).in(State.DONE, "Done.", NOON.minusSeconds(7_200));
        show(old);
        assertEquals(Optional.empty(), work.state().get(), "it is no news");
        assertEquals(0, reloads, "nothing was read before");

        show(asked(Act.PLAN_CHANGE, 60).in(State.FAILED, "Refused.", NOON), old);
        assertEquals(1, reloads);
        assertEquals(Outcome.FAILED, work.state().get().orElseThrow().outcome());
    }

    private void show(Operation... operations) {
        work.show(new Reading.Fresh<>(List.of(operations), NOON));
    }

    private static Operation asked(Act act, long secondsAgo) {
        return Operation.planned(
                UUID.randomUUID(),
                "shop",
                act,
                "Change it",
                Map.of(),
                "It is being sent.",
                NOON.minusSeconds(secondsAgo));
    }
}
