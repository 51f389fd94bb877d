package dev.howdah.health.replication;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.server.replication.ReplicationSnapshot;
import dev.howdah.pg.server.replication.ReplicationSnapshot.SlotRow;
import java.time.Instant;
import java.util.List;

/**
 * Replication slots that nobody reads from make the server keep WAL until its disk is full.
 *
 * @param warningBytes and {@code criticalBytes} of WAL kept for them together; below, they are
 *     worth a notice. Source: PgHero (any), pgwatch WAL size 1/10 GB
 */
public record InactiveSlot(long warningBytes, long criticalBytes)
        implements RuleAbout<ReplicationSnapshot> {
    private static final RuleCard CARD =
            new RuleCard("inactiveSlot", 75, Where.REPLICATION, Texts.of(InactiveSlot.class));

    public InactiveSlot() {
        this(1L << 30, 10L << 30);
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<ReplicationSnapshot> subject() {
        return ReplicationSnapshot.class;
    }

    @Override
    public Verdict verdict(ReplicationSnapshot facts, Instant now) {
        List<SlotRow> inactive =
                facts.slots().stream()
                        .filter(slot -> !slot.active() && slot.retainedBytes().isPresent())
                        .toList();
        String limit = Quantities.bytes((double) warningBytes);
        if (inactive.isEmpty()) {
            return facts.slots().isEmpty() ? Verdict.notApplicable() : Verdict.fine();
        }
        // slots share the WAL they keep: the oldest position counts, not the sum
        long bytes = inactive.getFirst().retainedBytes().getAsLong();
        Severity severity = Verdict.warningOrCritical(bytes, warningBytes, criticalBytes);
        String kept = Quantities.bytes((double) bytes);
        return Verdict.found(
                        severity == Severity.OK ? Severity.NOTICE : severity,
                        inactive.size(),
                        kept,
                        inactive.getFirst().name())
                .measured(kept, limit);
    }
}
