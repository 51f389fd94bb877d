package dev.howdah.health.archive;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.archive.ArchiveSnapshot;
import dev.howdah.pg.archive.ArchiveSnapshot.State;
import java.time.Duration;
import java.time.Instant;

/**
 * WAL segments that are complete and not archived: what would be lost with the server. A quiet
 * server archives nothing, so age alone says nothing; a whole segment has to be waiting.
 *
 * @param warning and {@code critical} time since the last success. Source: the Choreo promise of 5
 *     minutes, three times and twelve times missed
 */
public record ArchiveAge(Duration warning, Duration critical)
        implements RuleAbout<ArchiveSnapshot> {
    private static final RuleCard CARD =
            new RuleCard("archiveAge", 78, Where.BACKUPS, Texts.of(ArchiveAge.class));

    public ArchiveAge() {
        this(Duration.ofMinutes(15), Duration.ofMinutes(60));
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
        if (facts.state() == State.OFF || facts.recovery().isPresent()) {
            return Verdict.notApplicable();
        }
        String limit = Quantities.duration(warning);
        if (facts.sinceArchived().isEmpty() || facts.unarchivedBytes().isEmpty()) {
            return Verdict.unknown().measured("", limit);
        }
        Duration age = facts.sinceArchived().get();
        long waiting = facts.unarchivedBytes().getAsLong();
        String since = Quantities.duration(age);
        Severity severity =
                waiting >= facts.configuration().segmentBytes()
                        ? Verdict.warningOrCritical(age, warning, critical)
                        : Severity.OK;
        Verdict verdict =
                severity == Severity.OK
                        ? Verdict.fine(since, Quantities.bytes((double) waiting))
                        : Verdict.found(severity, since, Quantities.bytes((double) waiting));
        return verdict.measured(since, limit);
    }
}
