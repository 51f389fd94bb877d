package dev.howdah.health;

import dev.howdah.health.Finding.Where;
import dev.howdah.pg.server.WraparoundSnapshot;
import dev.howdah.pg.server.WraparoundSnapshot.DatabaseAgeRow;
import java.time.Instant;

/**
 * How close a database is to running out of transaction ids, when it would stop accepting writes.
 *
 * @param limits in share of the two billion ids there are
 */
record TransactionIdWraparound(WraparoundLimits limits) implements RuleAbout<WraparoundSnapshot> {
    private static final RuleCard CARD =
            new RuleCard("transactionIdWraparound", 100, Where.SETTINGS);

    TransactionIdWraparound() {
        this(new WraparoundLimits(40, 60));
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<WraparoundSnapshot> subject() {
        return WraparoundSnapshot.class;
    }

    @Override
    public Verdict verdict(WraparoundSnapshot facts, Instant now) {
        return limits.verdict(facts.databases(), DatabaseAgeRow::xidAge, facts.freezeMaxAge());
    }
}
