package dev.howdah.health.provider;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupList;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * The newest backup that the provider finished. Every provider we know makes one a day.
 *
 * @param warning and {@code critical} age of the newest whole backup
 */
public record BackupAge(Duration warning, Duration critical) implements RuleAbout<BackupList> {
    private static final RuleCard CARD =
            new RuleCard("backupAge", 77, Where.BACKUPS, Texts.of(BackupAge.class));

    public BackupAge() {
        this(Duration.ofHours(26), Duration.ofHours(50));
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<BackupList> subject() {
        return BackupList.class;
    }

    /** A server without a provider has no backups of one. */
    @Override
    public Severity whenUnsupported() {
        return Severity.NOT_APPLICABLE;
    }

    @Override
    public Verdict verdict(BackupList facts, Instant now) {
        String limit = Quantities.duration(warning);
        Optional<Instant> newest =
                facts.entries().stream()
                        .filter(entry -> entry.state() == BackupEntry.State.DONE)
                        .map(entry -> entry.endedAt().orElse(entry.createdAt()))
                        .max(Comparator.naturalOrder());
        if (newest.isEmpty()) {
            return Verdict.found(Severity.CRITICAL).saying("nothing").measured("", limit);
        }
        Duration age = Duration.between(newest.get(), now);
        String text = Quantities.duration(age.isNegative() ? Duration.ZERO : age);
        Severity severity = Verdict.warningOrCritical(age, warning, critical);
        Verdict verdict =
                severity == Severity.OK ? Verdict.fine(text) : Verdict.found(severity, text);
        return verdict.measured(text, limit);
    }
}
