package dev.howdah.health;

import dev.howdah.core.Quantities;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.pg.server.ArchiverSnapshot;
import java.time.Duration;
import java.time.Instant;

/**
 * The archive command or library fails, so that no point after the last success can be restored.
 *
 * @param critical time since the last success. Source: pgwatch (failed = red); reasoned: one failed
 *     attempt is repeated within a minute
 */
record ArchiverFailing(Duration critical) implements RuleAbout<ArchiverSnapshot> {
    private static final RuleCard CARD = new RuleCard("archiverFailing", 92, Where.BACKUPS);

    ArchiverFailing() {
        this(Duration.ofMinutes(10));
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<ArchiverSnapshot> subject() {
        return ArchiverSnapshot.class;
    }

    @Override
    public Verdict verdict(ArchiverSnapshot facts, Instant now) {
        if (!facts.archives()) {
            return Verdict.notApplicable();
        }
        String limit = Quantities.duration(critical);
        if (!facts.fails()) {
            return Verdict.fine().measured("", limit);
        }
        String segment = facts.lastFailedWal().orElse("");
        if (facts.archiveAge().isEmpty()) {
            return Verdict.found(Severity.CRITICAL, facts.failedCount(), segment)
                    .saying("never")
                    .measured(Quantities.count(facts.failedCount()), limit);
        }
        Duration age = facts.archiveAge().get();
        String since = Quantities.duration(age);
        return Verdict.found(
                        age.compareTo(critical) >= 0 ? Severity.CRITICAL : Severity.WARNING,
                        since,
                        segment)
                .measured(since, limit);
    }
}
