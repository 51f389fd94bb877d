package dev.howdah.health.configuration;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.server.objects.SequencesSnapshot;
import dev.howdah.pg.server.objects.SequencesSnapshot.SequenceRow;
import java.time.Instant;
import java.util.List;

/**
 * Sequences that will soon have no next value: every insert that needs one fails then.
 *
 * @param warningPct and {@code criticalPct} used, of what sequence and column can hold. Source:
 *     PgHero 90, check_postgres 85/95, pgwatch 50/75
 */
public record SequencesNearEnd(double warningPct, double criticalPct)
        implements RuleAbout<SequencesSnapshot> {
    private static final RuleCard CARD =
            new RuleCard(
                    "sequencesNearEnd", 70, Where.STATEMENTS, Texts.of(SequencesNearEnd.class));

    public SequencesNearEnd() {
        this(75, 90);
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<SequencesSnapshot> subject() {
        return SequencesSnapshot.class;
    }

    @Override
    public Verdict verdict(SequencesSnapshot facts, Instant now) {
        String limit = Quantities.percent(warningPct);
        List<SequenceRow> near =
                facts.sequences().stream()
                        .filter(sequence -> sequence.usedPct() >= warningPct)
                        .toList();
        if (near.isEmpty()) {
            return unseen(facts).measured("", limit);
        }
        SequenceRow worst = near.getFirst();
        String used = Quantities.percent(Math.floor(worst.usedPct()));
        return Verdict.found(
                        Verdict.warningOrCritical(worst.usedPct(), warningPct, criticalPct),
                        near.size(),
                        worst.schema() + "." + worst.name(),
                        used)
                .measured(used, limit);
    }

    /** What to say when those that were looked at have room. */
    private static Verdict unseen(SequencesSnapshot facts) {
        if (facts.forbidden() > 0) {
            return Verdict.hidden("SELECT on all sequences", facts.forbidden(), facts.candidates());
        }
        return facts.looked() < facts.candidates()
                ? Verdict.unknown(facts.candidates() - facts.looked(), facts.candidates())
                : Verdict.fine(facts.looked());
    }
}
