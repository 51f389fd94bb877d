package dev.howdah.health.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.health.plan.PlanLoad.Peak;
import dev.howdah.provider.plan.Plan;
import dev.howdah.provider.plan.PlanPromise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a plan would do to a server, in the words a person reads before the change. */
class PlanFitTest {
    private static final Instant SINCE = Instant.parse("2026-11-21T12:00:00Z");
    private static final long GB = 1L << 30;

    private static final Plan HOBBYIST = plan("Hobbyist", 1, 25, Duration.ZERO);
    private static final Plan STARTUP = plan("Startup-4", 1, 100, Duration.ofDays(2));
    private static final Plan BUSINESS = plan("Business-4", 2, 100, Duration.ofDays(14));
    private static final Plan PREMIUM = plan("Premium-8", 3, 200, Duration.ofDays(30));

    @Test
    void fitsWhereThereIsRoomForEverything() {
        assertEquals(
                List.of(
                        "FITS There were up to 62 sessions; the plan has room for 97.",
                        "FITS Up to 1.90 GB were on disk; the plan has 8.00 GB.",
                        "FITS Up to 819 MB of memory were in use; the plan has 4.00 GB."),
                said(PlanFit.of(load(40, 62, 1.9, 0.8), STARTUP)));
    }

    @Test
    void blocksWhileMoreIsInUseThanThePlanHas() {
        List<PlanFit> fits = PlanFit.of(load(26, 62, 9, 5), HOBBYIST);

        assertEquals(
                List.of(
                        "BLOCKS 26 sessions are connected now, and the plan has room for 22: 25"
                                + " without the 3 reserved ones.",
                        "BLOCKS 9.00 GB are on disk now, and the plan has 8.00 GB.",
                        "WARNS Up to 5.00 GB of memory were in use, and the plan has 4.00 GB: less"
                                + " is kept in the cache, and large sorts may fail."),
                said(fits));
        assertEquals(Optional.of(SINCE), fits.getFirst().since());
    }

    @Test
    void warnsOfPeaksThatWouldNotHaveFitted() {
        assertEquals(
                List.of(
                        "WARNS There were up to 23 sessions, and the plan has room for 22: 25"
                                + " without the 3 reserved ones.",
                        "WARNS Up to 7.00 GB were on disk; the plan has 8.00 GB, so little is left.",
                        "FITS Up to 1.00 GB of memory were in use; the plan has 4.00 GB."),
                said(PlanFit.of(load(1, 23, 7, 1), HOBBYIST)));
        assertEquals(
                "WARNS There were up to 18 sessions; the plan has room for 22, so little is left.",
                said(PlanFit.of(load(1, 18, 1, 1), HOBBYIST)).getFirst());
        assertEquals(
                "FITS There were up to 1 session; the plan has room for 22.",
                said(PlanFit.of(load(1, 1, 1, 1), HOBBYIST)).getFirst());
    }

    @Test
    void neverTakesWhatNobodyMeasuredForLittle() {
        List<PlanFit> unmeasured = PlanFit.of(PlanLoad.UNKNOWN, STARTUP);
        Plan silent =
                new Plan(
                        "1",
                        "x",
                        "X",
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        "");

        assertEquals(
                List.of(
                        "UNKNOWN Connections were not measured, so this was not checked.",
                        "UNKNOWN The size on disk was not measured, so this was not checked.",
                        "UNKNOWN Memory was not measured, so this was not checked."),
                said(unmeasured));
        assertEquals(
                List.of(
                        "UNKNOWN How many connections X allows is not told, so this was not"
                                + " checked.",
                        "UNKNOWN How much disk X has is not told, so this was not checked.",
                        "UNKNOWN How much memory X has is not told, so this was not checked."),
                said(PlanFit.of(load(1, 1, 1, 1), silent)));
        assertEquals(
                List.of(
                        new PlanPromise(
                                PlanPromise.Kind.UNKNOWN,
                                "Whether a standby is gained or lost is not told."),
                        new PlanPromise(
                                PlanPromise.Kind.UNKNOWN,
                                "How far back one can go is not told of both plans.")),
                PlanPromise.between(STARTUP, silent));
    }

    @Test
    void saysThatOnlyDataWereMeasured() {
        PlanLoad load =
                new PlanLoad(
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.of(new Peak(GB, GB, Optional.empty())),
                        true,
                        Optional.empty());

        assertEquals(
                "FITS Up to 1.00 GB were on disk; the plan has 8.00 GB. WAL, temporary files and"
                        + " logs come on top; they were not measured.",
                said(PlanFit.of(load, STARTUP)).get(1));
    }

    @Test
    void namesEveryPromiseThatIsLostOrGained() {
        assertEquals(
                List.of(
                        "LOST There will be no standby: when the only node is lost, the service is"
                                + " away until it is rebuilt from the newest backup, and what was"
                                + " written since then is lost.",
                        "LOST One will be able to go back 2 d only, instead of 14 d; what is older"
                                + " is thrown away."),
                promises(BUSINESS, STARTUP));
        assertEquals(
                List.of(
                        "GAINED A standby will be ready to take over when the primary is lost.",
                        "GAINED One will be able to go back 14 d instead of 2 d."),
                promises(STARTUP, BUSINESS));
        assertEquals(
                List.of(
                        "GAINED 2 standbys instead of 1 will be ready to take over.",
                        "GAINED One will be able to go back 30 d instead of 14 d."),
                promises(BUSINESS, PREMIUM));
        assertEquals(
                List.of(
                        "LOST Only 1 standby instead of 2 will be ready to take over.",
                        "LOST One will be able to go back 14 d only, instead of 30 d; what is"
                                + " older is thrown away."),
                promises(PREMIUM, BUSINESS));
        assertEquals(
                List.of("LOST There will be no going back in time any more; now it is 2 d."),
                promises(STARTUP, HOBBYIST));
        assertEquals(
                List.of("GAINED One will be able to go back in time, up to 2 d."),
                promises(HOBBYIST, STARTUP));
        assertEquals(List.of(), promises(STARTUP, STARTUP));
    }

    private static List<String> said(List<PlanFit> fits) {
        return fits.stream().map(each -> each.fit() + " " + each.sentence()).toList();
    }

    private static List<String> promises(Plan now, Plan then) {
        return PlanPromise.between(now, then).stream()
                .map(each -> each.kind() + " " + each.sentence())
                .toList();
    }

    private static PlanLoad load(long now, long highest, double diskGb, double memoryGb) {
        return new PlanLoad(
                Optional.of(new Peak(now, highest, Optional.of(SINCE))),
                OptionalInt.of(3),
                Optional.of(peak(diskGb)),
                false,
                Optional.of(peak(memoryGb)));
    }

    private static Peak peak(double gb) {
        return new Peak((long) (gb * GB), (long) (gb * GB), Optional.empty());
    }

    private static Plan plan(String title, int nodes, int connections, Duration recoverable) {
        return new Plan(
                title,
                title,
                title,
                Optional.empty(),
                OptionalInt.of(nodes),
                OptionalLong.of(4 * GB),
                OptionalLong.of(8 * GB),
                OptionalInt.of(connections),
                Optional.of(recoverable),
                "");
    }
}
