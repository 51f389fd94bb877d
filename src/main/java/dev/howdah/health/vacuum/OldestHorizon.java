package dev.howdah.health.vacuum;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.server.vacuum.HorizonSnapshot;
import dev.howdah.pg.server.vacuum.HorizonSnapshot.HolderRow;
import java.time.Instant;

/**
 * Whoever needs the oldest rows keeps VACUUM from removing dead ones in the whole server.
 *
 * @param notice and {@code warning} transactions since then. Source: pgwatch 10,000/100,000, raised
 *     to what a busy server does in an hour and in a day; pganalyze counts 24 h
 */
public record OldestHorizon(long notice, long warning) implements RuleAbout<HorizonSnapshot> {
    private static final RuleCard CARD =
            new RuleCard("oldestHorizon", 52, Where.ACTIVITY, Texts.of(OldestHorizon.class));

    public OldestHorizon() {
        this(5_000_000, 50_000_000);
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<HorizonSnapshot> subject() {
        return HorizonSnapshot.class;
    }

    @Override
    public Verdict verdict(HorizonSnapshot facts, Instant now) {
        String limit = Quantities.shortCount((double) notice);
        long oldestAge = facts.holders().isEmpty() ? 0 : facts.holders().getFirst().xminAge();
        String age = Quantities.shortCount((double) oldestAge);
        if (oldestAge < notice) {
            return Verdict.fine(age).measured(age, limit);
        }
        HolderRow oldest = facts.holders().getFirst();
        return Verdict.found(
                        Verdict.noticeOrWarning(oldestAge, notice, warning), oldest.name(), age)
                .saying(
                        switch (oldest.kind()) {
                            case SESSION -> "found";
                            case STANDBY -> "standby";
                            case SLOT -> "slot";
                            case PREPARED_TRANSACTION -> "prepared";
                        })
                .measured(age, limit);
    }
}
