package dev.howdah.journal;

import dev.howdah.core.change.ChangeLog.Entry;
import dev.howdah.core.change.ChangeLog.Particulars;
import dev.howdah.core.change.ChangeLog.Status;
import dev.howdah.core.change.ChangeLog.WayBack;
import dev.howdah.core.change.ChangeLog.Writer;
import dev.howdah.core.change.ChangeNotes;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.ParameterMove;
import dev.howdah.core.change.RunningChange;
import dev.howdah.core.change.SqlScript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Made-up entries for tests. */
final class SomeEntries {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");

    static final Writer WRITER = new Writer("ann", "1@2026-11-21T08:00:00Z");
    private static final Particulars BY_ANN = Particulars.NONE.by(WRITER);

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
                List.of(),
                BY_ANN);
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
                List.of("4711: terminated", "4712: gone"),
                BY_ANN);
    }

    static Entry with(Entry entry, Particulars particulars) {
        return new Entry(
                entry.change(),
                entry.at(),
                entry.server(),
                entry.environment(),
                entry.title(),
                entry.preview(),
                entry.status(),
                entry.sentence(),
                entry.rows(),
                particulars);
    }

    /** The same change as its end tells it. */
    static Entry ended(Entry started, Status status, Duration took) {
        return new Entry(
                started.change(),
                started.at().plus(took),
                started.server(),
                started.environment(),
                started.title(),
                started.preview(),
                status,
                "It ended.",
                List.of(),
                new Particulars(
                        Optional.empty(),
                        ChangeNotes.NONE,
                        Optional.of(took),
                        Optional.of(wayBack("")),
                        Optional.empty(),
                        Optional.of(WRITER)));
    }

    static Particulars everything(String statement) {
        return new Particulars(
                Optional.of(new ChangeTarget.Login("dba", "shop.example:5432/shop")),
                ChangeNotes.NONE
                        .asking(Operation.Act.SWITCH)
                        .from("off", "on")
                        .sending(new SqlScript("shop", List.of("GRANT 1"), "Done."))
                        .oneWay("There is no way back.")
                        .undoing(new UUID(7, 7)),
                Optional.of(Duration.ofMillis(1_234)),
                Optional.of(wayBack(statement)),
                Optional.of(new RunningChange.Transaction("shop", "4711", "noon")),
                Optional.of(WRITER));
    }

    private static WayBack wayBack(String statement) {
        return new WayBack(
                "Revoke",
                List.of("Ann loses it."),
                new SqlScript(
                        "shop",
                        List.of("REVOKE 1", statement),
                        true,
                        "Undone.",
                        Optional.of(
                                new ParameterMove(
                                        "work_mem",
                                        "ROLE",
                                        "ann",
                                        Optional.of("8MB"),
                                        Optional.empty()))),
                true);
    }
}
