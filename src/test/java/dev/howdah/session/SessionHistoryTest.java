package dev.howdah.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Secret;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.server.vitals.VitalsQuery;
import dev.howdah.profile.Profile;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** The history of a real server goes on while it is in front. */
class SessionHistoryTest {

    /** Stands for the UI thread: one at a time. */
    private final ReentrantLock ui = new ReentrantLock();

    @Test
    void isWrittenWhileTheServerIsInFront() throws Exception {
        TestServer server = TestServer.newest();
        PgTarget target =
                PgTarget.of(
                        server.host(), server.port(), "postgres", server.user(), TlsMode.DISABLE);
        Profile profile = new Profile(UUID.randomUUID(), "test", Environment.LAB, target, false);
        try (Session session =
                new Session(
                        profile,
                        () -> Secret.of(server.password()),
                        this::onUi,
                        Clock.systemUTC())) {
            session.fast().askAllNow();
            session.reader().ask(new VitalsQuery());
            assertEquals(List.of(), onUi(session));

            session.shown();

            Await.until("two samples", () -> onUi(session).size() >= 2);
            List<VitalsSample> samples = onUi(session);
            assertTrue(Double.isNaN(samples.getFirst().transactionsPerSecond()));
            assertTrue(samples.get(1).transactionsPerSecond() >= 0);
            assertTrue(session.vitals().trend().content().isPresent());
            Await.until(
                    "the first look at the schemas", () -> session.growth().since().isPresent());
        }
    }

    private void onUi(Runnable work) {
        ui.lock();
        try {
            work.run();
        } finally {
            ui.unlock();
        }
    }

    private List<VitalsSample> onUi(Session session) {
        ui.lock();
        try {
            return session.vitals().samples();
        } finally {
            ui.unlock();
        }
    }
}
