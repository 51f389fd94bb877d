package dev.howdah.health.vitals;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.server.vitals.VitalsSnapshot;
import dev.howdah.pg.server.vitals.VitalsSnapshot.DatabaseCounters;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Pages that did not read back as they were written: the disk, or something above it, lies. */
public record ChecksumFailures() implements RuleAbout<VitalsSnapshot> {
    private static final RuleCard CARD =
            new RuleCard("checksumFailures", 97, Where.BACKUPS, Texts.of(ChecksumFailures.class));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<VitalsSnapshot> subject() {
        return VitalsSnapshot.class;
    }

    @Override
    public Verdict verdict(VitalsSnapshot facts, Instant now) {
        List<DatabaseCounters> checked =
                facts.databases().stream()
                        .filter(database -> database.checksumFailures().isPresent())
                        .toList();
        if (checked.isEmpty()) {
            return Verdict.notApplicable();
        }
        long failures = checked.stream().mapToLong(one -> one.checksumFailures().getAsLong()).sum();
        Verdict verdict =
                failures == 0
                        ? Verdict.fine()
                        : Verdict.found(Severity.CRITICAL, failures, worst(checked));
        return verdict.measured(Quantities.count(failures), "0");
    }

    private static String worst(List<DatabaseCounters> checked) {
        return checked.stream()
                .max(Comparator.comparingLong(one -> one.checksumFailures().getAsLong()))
                .map(DatabaseCounters::name)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> CARD.text("shared"));
    }
}
