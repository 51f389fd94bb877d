package dev.howdah.health.vacuum;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.server.vacuum.HorizonSnapshot;
import dev.howdah.pg.server.vacuum.HorizonSnapshot.PreparedRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Prepared transactions that nobody finishes hold locks and old rows, survive restarts, and belong
 * to no session that could be terminated.
 *
 * @param warning and {@code critical} since they were prepared. Source: check_postgres 1/30 s,
 *     raised to what a transaction manager may need
 */
public record PreparedTransactions(Duration warning, Duration critical)
        implements RuleAbout<HorizonSnapshot> {
    private static final RuleCard CARD =
            new RuleCard(
                    "preparedTransactions", 65, Where.LOCKS, Texts.of(PreparedTransactions.class));

    public PreparedTransactions() {
        this(Duration.ofSeconds(30), Duration.ofMinutes(10));
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
        String limit = Quantities.duration(warning);
        List<PreparedRow> old =
                facts.preparedTransactions().stream()
                        .filter(one -> age(one, facts).compareTo(warning) >= 0)
                        .toList();
        if (old.isEmpty()) {
            return Verdict.fine(limit).measured("", limit);
        }
        Duration oldest = age(old.getFirst(), facts);
        String age = Quantities.duration(oldest);
        return Verdict.found(
                        Verdict.warningOrCritical(oldest, warning, critical),
                        old.size(),
                        age,
                        old.getFirst().gid(),
                        old.getFirst().database())
                .measured(age, limit);
    }

    private static Duration age(PreparedRow prepared, HorizonSnapshot facts) {
        return Duration.between(prepared.preparedAt(), facts.serverTime());
    }
}
