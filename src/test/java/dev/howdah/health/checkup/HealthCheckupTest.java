package dev.howdah.health.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Reading;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.HealthInput;
import dev.howdah.health.HealthReport;
import dev.howdah.health.HealthRule;
import dev.howdah.health.configuration.PendingRestart;
import dev.howdah.health.configuration.UnsafeSettings;
import dev.howdah.health.vitals.Deadlocks;
import dev.howdah.pg.server.HealthFacts;
import dev.howdah.pg.server.HealthFacts.UnsafeSettingRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ranking, counting, and since when. */
class HealthCheckupTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Instant MUCH_LATER = NOON.plusSeconds(3_600);

    private static HealthInput facts(
            Instant now, List<UnsafeSettingRow> unsafe, List<String> pendingRestart) {
        return HealthInput.nothingRead(now)
                .with(
                        HealthFacts.class,
                        new Reading.Fresh<>(
                                new HealthFacts(180_006, 1, unsafe, pendingRestart), now));
    }

    private static HealthInput fine(Instant now) {
        return facts(now, List.of(), List.of());
    }

    private static HealthInput pending(Instant now) {
        return facts(now, List.of(), List.of("shared_buffers"));
    }

    private static HealthCheckup checkup(HealthRule... rules) {
        return new HealthCheckup(List.of(rules));
    }

    @Test
    void theWorstComesFirstAndAmongEqualsTheWeightiest() {
        HealthReport report =
                new HealthCheckup()
                        .run(
                                facts(
                                        NOON,
                                        List.of(new UnsafeSettingRow("fsync", "off", true)),
                                        List.of("shared_buffers")));

        assertEquals(
                List.of(
                        "CRITICAL unsafeSettings",
                        "NOTICE pendingRestart",
                        "UNKNOWN transactionIdWraparound",
                        "UNKNOWN multixactWraparound"),
                report.findings().stream()
                        .map(finding -> finding.severity() + " " + finding.rule())
                        .limit(4)
                        .toList());
        assertEquals(
                List.of("OK versionSupport", "OK superuserLogins"),
                report.findings().stream()
                        .map(finding -> finding.severity() + " " + finding.rule())
                        .skip(31)
                        .toList());
    }

    @Test
    void theReportSaysHowMuchCouldBeJudged() {
        HealthReport some = new HealthCheckup().run(fine(NOON));
        HealthReport all = checkup(new PendingRestart()).run(fine(NOON));
        HealthReport one =
                checkup(new PendingRestart(), new Deadlocks(), new UnsafeSettings())
                        .run(fine(NOON));

        assertEquals("Checked 33 rules; 29 of them could not be judged.", some.summary());
        assertEquals(4, some.judged());
        assertEquals("Checked 1 rule.", all.summary());
        assertEquals("Checked 3 rules; 1 of them could not be judged.", one.summary());
    }

    @Test
    void nothingReadIsNotHealthy() {
        assertEquals(
                Severity.UNKNOWN, new HealthCheckup().run(HealthInput.nothingRead(NOON)).worst());
        assertEquals(
                Severity.UNKNOWN,
                new HealthCheckup().run(fine(NOON)).worst(),
                "most rules could not look");
        assertEquals(Severity.OK, checkup(new PendingRestart()).run(fine(NOON)).worst());
        assertEquals(Severity.NOTICE, new HealthCheckup().run(pending(NOON)).worst());
    }

    private static Optional<Instant> since(HealthCheckup checkup, HealthInput input) {
        return checkup.run(input).findings().getFirst().since();
    }

    @Test
    void aFindingRemembersWhenItWasFirstSeen() {
        HealthCheckup checkup = checkup(new PendingRestart());

        assertEquals(Optional.of(NOON), since(checkup, pending(NOON)));
        assertEquals(Optional.of(NOON), since(checkup, pending(LATER)));
        assertEquals(Optional.of(MUCH_LATER), since(checkup, fine(MUCH_LATER)));
        assertEquals(
                Optional.of(MUCH_LATER.plusSeconds(1)),
                since(checkup, pending(MUCH_LATER.plusSeconds(1))));
    }

    @Test
    void aFindingThatCouldNotBeLookedAtForAWhileGoesOn() {
        HealthCheckup checkup = checkup(new PendingRestart());
        since(checkup, pending(NOON));

        assertEquals(Optional.of(LATER), since(checkup, HealthInput.nothingRead(LATER)));
        assertEquals(
                Optional.of(LATER), since(checkup, HealthInput.nothingRead(LATER.plusSeconds(2))));
        assertEquals(Optional.of(NOON), since(checkup, pending(MUCH_LATER)));
    }
}
