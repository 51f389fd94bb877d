package dev.howdah.journal;

import dev.howdah.core.ChangeLog.Entry;
import dev.howdah.core.ChangeLog.Status;
import dev.howdah.core.Environment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Made-up entries for tests. */
final class SomeEntries {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");

    private SomeEntries() {}

    static Entry numbered(String server, int number) {
        return new Entry(
                new UUID(server.hashCode(), number),
                NOON.plusSeconds(number),
                server,
                Environment.PRODUCTION,
                "Terminate session " + number,
                "SELECT pg_terminate_backend(" + number + ")",
                Status.STARTED,
                "",
                List.of());
    }

    static Entry withPreview(String preview) {
        return new Entry(
                new UUID(1, 2),
                NOON,
                "shop",
                Environment.STAGING,
                "Terminate 2 sessions",
                preview,
                Status.PARTLY,
                "1 of 2 sessions was terminated.",
                List.of("4711: terminated", "4712: gone"));
    }
}
