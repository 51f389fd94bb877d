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
 * The same danger from the ids of rows that several transactions lock at once.
 *
 * @param limits in share of the two billion ids there are
 */
public record MultixactWraparound(WraparoundLimits limits)
        implements RuleAbout<WraparoundSnapshot> {
    private static final RuleCard CARD =
            new RuleCard(
                    "multixactWraparound", 99, Where.SETTINGS, Texts.of(MultixactWraparound.class));

    public MultixactWraparound() {
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
        return limits.verdict(
                facts.databases(), DatabaseAgeRow::multixactAge, facts.multixactFreezeMaxAge());
    }
}
