package dev.howdah.ui.backups.list;

import dev.howdah.history.FileProof;
import dev.howdah.pg.restore.RestoreProof;
import dev.howdah.pg.restore.RestoreProof.Check;
import dev.howdah.pg.restore.RestoreProof.Result;
import dev.howdah.pg.restore.RestoreProof.Subject;
import dev.howdah.ui.backups.timeline.SomeHostedBackups;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was proven about the backups of {@link SomeHostedBackups}. */
public final class SomeProofs {
    static final UUID SERVER = new UUID(7, 7);

    private SomeProofs() {}

    /** A restore that was proven, one that failed, and files that were downloaded. */
    public static ProvenBackups proven() {
        return new ProvenBackups(
                List.of(
                        restored("b1", Duration.ofHours(5), Result.PASSED),
                        restored("b4", Duration.ofDays(3), Result.FAILED)),
                List.of(
                        file("b0", Duration.ofMinutes(20), FileProof.Worth.PROVEN),
                        file("b1", Duration.ofDays(1), FileProof.Worth.COMPLETE),
                        file("b2", Duration.ofDays(2), FileProof.Worth.BROKEN),
                        file("b3", Duration.ofDays(3), FileProof.Worth.COMPLETE)));
    }

    public static RestoreProof restored(String backup, Duration ago, Result result) {
        return new RestoreProof(
                        SERVER,
                        "orders-prod",
                        "orders-copy",
                        "orders",
                        SomeHostedBackups.NOW.minus(ago),
                        Optional.of(Instant.parse("2026-11-20T04:00:00Z")),
                        Optional.of(Duration.ofMinutes(14)),
                        Optional.empty(),
                        List.of(new Check(Subject.CATALOG, result, "2 tables are the same.")))
                .begunWith(Optional.of(backup));
    }

    static FileProof file(String backup, Duration ago, FileProof.Worth worth) {
        return new FileProof(
                SERVER, backup, SomeHostedBackups.NOW.minus(ago), worth, "It is as it is.");
    }
}
