package dev.howdah.health.checkup;

import dev.howdah.health.Finding;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.HealthInput;
import dev.howdah.health.HealthReport;
import dev.howdah.health.HealthRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs all rules over what is known, ranks what they say, and remembers since when each says so.
 * One for each open server; not thread-safe.
 */
public final class HealthCheckup {
    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity)
                    .thenComparing(Comparator.comparingInt(Finding::weight).reversed())
                    .thenComparing(Finding::rule);

    private record Spell(Severity severity, Instant since) {}

    private final List<HealthRule> rules;
    private final Map<String, Spell> spells = new HashMap<>();
    private final Map<String, Instant> unknownSince = new HashMap<>();

    public HealthCheckup() {
        this(HealthRules.ALL);
    }

    HealthCheckup(List<HealthRule> rules) {
        this.rules = List.copyOf(rules);
    }

    public HealthReport run(HealthInput input) {
        List<Finding> findings = new ArrayList<>();
        for (HealthRule rule : rules) {
            findings.add(dated(rule.judge(input), input.now()));
        }
        findings.sort(WORST_FIRST);
        return new HealthReport(input.now(), findings);
    }

    /** A judgement that changes begins anew; one that can't be repeated for a while goes on. */
    private Finding dated(Finding finding, Instant now) {
        if (finding.severity().isUnknown()) {
            return finding.since(unknownSince.computeIfAbsent(finding.rule(), _ -> now));
        }
        unknownSince.remove(finding.rule());
        Spell spell =
                spells.merge(
                        finding.rule(),
                        new Spell(finding.severity(), now),
                        (before, next) -> before.severity() == next.severity() ? before : next);
        return finding.since(spell.since());
    }
}
