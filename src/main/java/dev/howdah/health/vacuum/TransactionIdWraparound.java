package dev.howdah.health.vacuum;

import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.server.vacuum.WraparoundSnapshot;
import dev.howdah.pg.server.vacuum.WraparoundSnapshot.DatabaseAgeRow;
import java.time.Instant;

/**
 * How close a database is to running out of transaction ids, when it would stop accepting writes.
 *
 * @param limits in share of the two billion ids there are
 */
public record TransactionIdWraparound(WraparoundLimits limits)
        implements RuleAbout<WraparoundSnapshot> {
    private static final RuleCard CARD =
            new RuleCard(
                    "transactionIdWraparound",
                    100,
                    Where.SETTINGS,
                    Texts.of(TransactionIdWraparound.class));

    public TransactionIdWraparound() {
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
