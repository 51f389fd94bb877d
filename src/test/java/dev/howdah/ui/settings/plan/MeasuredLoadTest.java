package dev.howdah.ui.settings.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.health.plan.PlanLoad.Peak;
import dev.howdah.history.DailyPeaks;
import dev.howdah.history.DayPeaks;
import dev.howdah.session.LoadPeaks;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Await;
import dev.howdah.testing.Fx;
import dev.howdah.testing.TestServer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server needs is judged by all the days that are known, and today's is kept. */
class MeasuredLoadTest {
    @TempDir Path folder;

    @Test
    void takesTheHighestOfEarlierDaysAndKeepsThatOfToday() throws Exception {
        try (Session session = SomeSessions.with(TestServer.newest())) {
            DailyPeaks store = new DailyPeaks(folder);
            LocalDate then = LocalDate.now(ZoneOffset.UTC).minusDays(12);
            store.add(
                    session.profile().id(),
                    new DayPeaks(
                            then,
                            OptionalLong.of(6_000),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            OptionalLong.empty()));
            LoadPeaks peaks = Fx.call(() -> SomeSessions.peaks(session, folder));
            MeasuredLoad measured = new MeasuredLoad(session.vitals(), peaks);
            Fx.run(session::shown);
            Fx.eventually("sessions were counted", () -> measured.load().connections().isPresent());

            Peak peak = Fx.call(() -> measured.load().connections().orElseThrow());
            assertEquals(6_000, peak.highest());
            assertTrue(peak.now() < 6_000);
            assertEquals(Optional.of(then.atStartOfDay(ZoneOffset.UTC).toInstant()), peak.since());
            Await.until("today is kept", () -> store.of(session.profile().id()).size() == 2);
            List<DayPeaks> days = store.of(session.profile().id());
            assertTrue(days.getLast().connections().orElse(0) > 0, days.toString());
        }
    }
}
