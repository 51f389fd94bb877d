package dev.howdah.health.replication;

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
 * Slots whose WAL is gone, or soon will be: the standby or subscriber behind them has to be set up
 * anew. Source: pg_replication_slots.wal_status and invalidation_reason.
 */
public record UnusableSlot() implements RuleAbout<ReplicationSnapshot> {
    private static final RuleCard CARD =
            new RuleCard("unusableSlot", 76, Where.REPLICATION, Texts.of(UnusableSlot.class));

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
        if (facts.slots().isEmpty()) {
            return Verdict.notApplicable();
        }
        List<SlotRow> lost =
                facts.slots().stream()
                        .filter(slot ->
                                slot.invalidation().isPresent()
                                        || slot.walStatus().filter("lost"::equals).isPresent())
                        .toList();
        return lost.isEmpty()
                ? Verdict.fine()
                : Verdict.found(Severity.WARNING, lost.size(), lost.getFirst().name());
    }
}
