package dev.howdah.ui.overview.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Reading;
import dev.howdah.health.Finding;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.HealthReport;
import dev.howdah.ui.Place;
import dev.howdah.ui.overview.SomeReadings;
import dev.howdah.ui.panel.PanelState.Phase;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingsViewModelTest {
    private final FindingsViewModel model = new FindingsViewModel(ZoneOffset.ofHours(1));

    private static Reading<String> contact() {
        return SomeReadings.fresh("vitals");
    }

    private static HealthReport report(Finding... findings) {
        return new HealthReport(SomeReadings.NOON, Arrays.asList(findings));
    }

    private static Finding of(Severity severity) {
        return SomeFindings.finding(
                "rule" + severity, severity, "Rule", "It is so.", Where.ACTIVITY);
    }

    @Test
    void tellsWhatNeedsSomebodyWhatNobodyKnowsAndWhatIsFine() {
        model.show(SomeFindings.troubled(), contact());

        assertEquals("4 things need you", model.headline().get());
        assertEquals("2 rules could not look", model.unknownTitle().get());
        assertEquals("22 rules are fine", model.fineTitle().get());
        assertEquals(Severity.CRITICAL, model.worst().get());
        assertEquals(
                List.of("blockedSessions", "longTransaction", "inactiveSlot", "pendingRestart"),
                model.needing().stream().map(FindingLine::rule).toList());
        assertEquals(
                List.of("walFiles", "sequencesNearEnd"),
                model.unknown().stream().map(FindingLine::rule).toList());
    }

    @Test
    void saysTheWholeOfAFinding() {
        model.show(SomeFindings.troubled(), contact());

        assertEquals(
                new FindingLine(
                        "blockedSessions",
                        Severity.CRITICAL,
                        "Critical",
                        "Lock waits",
                        "3 sessions wait for a lock on orders.order_items, the longest for 2 min"
                                + " 10 s.",
                        "Measured: 2 min 10 s. Limit: 1 min.",
                        "since 12:35",
                        "2026-11-21 12:35:00 +01:00",
                        "While it waits it holds locks itself, so the queue grows behind it.",
                        "Look at who is at the head of the queue; end that session if you may.",
                        "Show the queue →",
                        Optional.of(Place.STATS_LOCKS),
                        "orders"),
                model.needing().getFirst());
    }

    @Test
    void countsOneThingAsOne() {
        model.show(
                report(
                        of(Severity.WARNING),
                        of(Severity.UNKNOWN),
                        of(Severity.OK),
                        of(Severity.NOT_APPLICABLE)),
                contact());

        assertEquals("1 thing needs you", model.headline().get());
        assertEquals("1 rule could not look", model.unknownTitle().get());
        assertEquals("1 rule is fine, 1 does not apply here", model.fineTitle().get());
    }

    @Test
    void saysThatNothingNeedsAnybodyOnlyWhenEverythingWasSeen() {
        model.show(SomeFindings.calm(), contact());
        assertEquals("Nothing needs you", model.headline().get());

        model.show(report(of(Severity.NOT_PERMITTED), of(Severity.OK)), contact());
        assertEquals("Nothing needs you, as far as could be seen", model.headline().get());
    }

    @Test
    void judgesNothingBeforeTheFirstLookAndWithoutContact() {
        model.show(report(of(Severity.UNKNOWN)), Reading.waiting());
        assertEquals("Looking at the server…", model.headline().get());
        assertEquals(Phase.WAITING, model.state().get().phase());

        model.show(report(of(Severity.UNKNOWN)), SomeReadings.unavailable(SomeReadings.AWAY));
        assertEquals("Nobody can tell how the server is", model.headline().get());
        assertEquals(Phase.UNAVAILABLE, model.state().get().phase());
        assertEquals(Severity.UNKNOWN, model.worst().get());
    }

    @Test
    void keepsTheJudgementWhileSayingThatItIsOld() {
        model.show(SomeFindings.troubled(), SomeReadings.stale("vitals"));

        assertEquals("4 things need you", model.headline().get());
        assertEquals(Phase.STALE, model.state().get().phase());
    }

    @Test
    void leavesTheListAloneWhenItSaysTheSame() {
        List<String> changes = new ArrayList<>();
        model.show(SomeFindings.troubled(), contact());
        model.needing()
                .addListener((ListChangeListener<FindingLine>) change -> changes.add("changed"));

        model.show(SomeFindings.troubled(), contact());

        assertEquals(List.of(), changes);
    }

    @ParameterizedTest
    @EnumSource(Where.class)
    void everyPlaceHasAWayOrIsOnThisPage(Where where) {
        FindingLine line =
                FindingLine.of(
                        SomeFindings.finding("r", Severity.WARNING, "Rule", "So.", where),
                        SomeReadings.NOON,
                        ZoneOffset.UTC);
        boolean here = where == Where.OVERVIEW || where == Where.REPLICATION;
        assertEquals(here, line.place().isEmpty());
        assertEquals(where == Where.OVERVIEW, line.link().isEmpty());
    }
}
