package dev.howdah.ui.settings.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Reading;
import dev.howdah.health.plan.PlanLoad;
import dev.howdah.health.plan.PlanLoad.Peak;
import dev.howdah.ui.Fact;
import dev.howdah.ui.notice.Notice;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PlanViewModelTest {
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final long GB = 1L << 30;

    private final PlanViewModel model = new PlanViewModel(Clock.fixed(NOON, UTC), UTC);

    @Test
    void beginsWithThePresentPlan() {
        show("Premium-8");

        assertEquals("now Premium-8", model.summary().get());
        PlanComparison alone = model.comparison().get().orElseThrow();
        assertEquals("Premium-8", alone.title());
        assertEquals(List.of(), alone.promises());
        assertEquals(
                List.of("-345.00", "-302.00", "-236.00", "+58.00", "-177.00", "0"),
                model.lines().stream()
                        .map(row -> PlanWords.difference(row.get().difference()))
                        .toList());
    }

    @Test
    void blocksTheWayToASmallPlanUntilSessionsAreClosed() {
        show("Premium-8");
        model.measured(load(31, 62));

        look(0);

        PlanComparison toHobbyist = model.comparison().get().orElseThrow();
        assertEquals("Change from Premium-8 to Hobbyist", toHobbyist.title());
        assertEquals(
                List.of(
                        new Fact("Connections", "200 → 25"),
                        new Fact("Nodes", "3 → 1"),
                        new Fact("Memory", "8.00 GB → 1.00 GB"),
                        new Fact("Disk", "175 GB → 8.00 GB"),
                        new Fact("Goes back", "30 d → not at all"),
                        new Fact("Price a month", "354.00 EUR → 9.00 EUR  (-345.00)"),
                        new Fact(
                                "Interruption",
                                "Connections are cut once, for 2 to 5 s; clients reconnect.")),
                toHobbyist.facts());
        assertEquals(2, toHobbyist.promises().size());
        assertEquals(
                new Notice(
                        Notice.Level.DANGER,
                        "31 sessions are connected now, and the plan has room for 22: 25 without"
                                + " the 3 reserved ones.",
                        "Looked at since 11:00."),
                toHobbyist.fits().getFirst());
        assertEquals(
                Optional.of(
                        "It does not fit now: 31 sessions are connected now, and the plan has room"
                                + " for 22: 25 without the 3 reserved ones."),
                model.whyNot().get());

        model.measured(load(12, 62));

        assertEquals(Optional.empty(), model.whyNot().get(), "a peak of the past only warns");
        assertEquals(
                List.of(
                        "There will be neither standby nor backup: when the only node is lost, so"
                                + " are the data.",
                        "There will be no going back in time any more; now it is 30 d.",
                        "There were up to 62 sessions, and the plan has room for 22: 25 without"
                                + " the 3 reserved ones.",
                        "Up to 2.00 GB of memory were in use, and the plan has 1.00 GB: less is"
                                + " kept in the cache, and large sorts may fail."),
                model.comparison().get().orElseThrow().warnings());
    }

    @Test
    void saysOverHowManyDaysAPeakWasLookedFor() {
        show("Startup-4");
        Peak peak = new Peak(4, 62, Optional.of(Instant.parse("2026-11-09T00:00:00Z")));
        model.measured(
                new PlanLoad(
                        Optional.of(peak),
                        OptionalInt.of(3),
                        Optional.empty(),
                        false,
                        Optional.empty()));
        look(0);

        assertTrue(
                model.comparison().get().orElseThrow().fits().stream()
                        .map(Notice::advice)
                        .toList()
                        .contains(
                                "The most of 13 days, since 2026-11-09, whenever this server was"
                                        + " open here."));
    }

    @Test
    void saysWhatIsInTheWayOfEveryPlan() {
        show("Startup-4");
        look(2);
        assertEquals(Optional.empty(), model.whyNot().get());

        model.working(Optional.empty(), Optional.of("The profile of this server is read-only."));

        assertEquals(Optional.of("The profile of this server is read-only."), model.whyNot().get());
        look(1);
        assertEquals(Optional.of("The service is on this plan."), model.whyNot().get());
    }

    private void show(String current) {
        model.show(new Reading.Fresh<>(SomePlans.seenFrom(current), NOON));
    }

    private void look(int index) {
        model.look(model.lines().get(index));
    }

    static PlanLoad load(long now, long highest) {
        return new PlanLoad(
                Optional.of(new Peak(now, highest, Optional.of(NOON.minusSeconds(3_600)))),
                OptionalInt.of(3),
                Optional.of(new Peak(2 * GB, 2 * GB, Optional.empty())),
                true,
                Optional.of(new Peak(GB, 2 * GB, Optional.empty())));
    }
}
