package dev.howdah.health.archive;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.archive.ArchiveSnapshot;
import java.time.Duration;
import java.time.Instant;

/**
 * The archive command or library fails, so that no point after the last success can be restored.
 *
 * @param critical time since the last success. Source: pgwatch (failed = red); reasoned: one failed
 *     attempt is repeated within a minute
 */
public record ArchiverFailing(Duration critical) implements RuleAbout<ArchiveSnapshot> {
    private static final RuleCard CARD =
            new RuleCard("archiverFailing", 92, Where.BACKUPS, Texts.of(ArchiverFailing.class));

    public ArchiverFailing() {
        this(Duration.ofMinutes(10));
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<ArchiveSnapshot> subject() {
        return ArchiveSnapshot.class;
    }

    @Override
    public Verdict verdict(ArchiveSnapshot facts, Instant now) {
        String limit = Quantities.duration(critical);
        return switch (facts.state()) {
            case OFF, LEFT_TO_PRIMARY -> Verdict.notApplicable();
            case NO_DESTINATION -> Verdict.found(Severity.WARNING).saying("nowhere");
            case NOTHING_YET -> Verdict.fine().saying("nothingYet").measured("", limit);
            case WORKING -> Verdict.fine().measured("", limit);
            case FAILING -> failing(facts, limit);
        };
    }

    private Verdict failing(ArchiveSnapshot facts, String limit) {
        String segment = facts.archiver().lastFailed().orElse("");
        long failed = facts.archiver().failed();
        if (facts.sinceArchived().isEmpty()) {
            return Verdict.found(Severity.CRITICAL, failed, segment)
                    .saying("never")
                    .measured(Quantities.count(failed), limit);
        }
        Duration age = facts.sinceArchived().get();
        String since = Quantities.duration(age);
        return Verdict.found(
                        age.compareTo(critical) >= 0 ? Severity.CRITICAL : Severity.WARNING,
                        since,
                        segment)
                .measured(since, limit);
    }
}
