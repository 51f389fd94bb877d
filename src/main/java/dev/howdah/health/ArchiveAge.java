package dev.howdah.health;

import dev.howdah.core.Quantities;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.pg.server.ArchiverSnapshot;
import java.time.Duration;
import java.time.Instant;

/**
 * WAL segments that are complete and not archived: what would be lost with the server. A quiet
 * server archives nothing, so age alone says nothing; a whole segment has to be waiting.
 *
 * @param warning and {@code critical} time since the last success. Source: the Choreo promise of 5
 *     minutes, three times and twelve times missed
 */
record ArchiveAge(Duration warning, Duration critical) implements RuleAbout<ArchiverSnapshot> {
    private static final RuleCard CARD = new RuleCard("archiveAge", 78, Where.BACKUPS);

    ArchiveAge() {
        this(Duration.ofMinutes(15), Duration.ofMinutes(60));
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
        if (!facts.archives() || facts.inRecovery()) {
            return Verdict.notApplicable();
        }
        String limit = Quantities.duration(warning);
        if (facts.archiveAge().isEmpty() || facts.unarchivedBytes().isEmpty()) {
            return Verdict.unknown().measured("", limit);
        }
        Duration age = facts.archiveAge().get();
        long waiting = facts.unarchivedBytes().getAsLong();
        String since = Quantities.duration(age);
        Severity severity =
                waiting >= facts.segmentBytes()
                        ? Verdict.warningOrCritical(age, warning, critical)
                        : Severity.OK;
        Verdict verdict =
                severity == Severity.OK
                        ? Verdict.fine(since, Quantities.bytes((double) waiting))
                        : Verdict.found(severity, since, Quantities.bytes((double) waiting));
        return verdict.measured(since, limit);
    }
}
