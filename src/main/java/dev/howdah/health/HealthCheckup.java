package dev.howdah.health;

import dev.howdah.health.Finding.Severity;
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

    /**
     * A finding that gets worse or better begins anew; one that is not seen for a while goes on.
     */
    private Finding dated(Finding finding, Instant now) {
        Spell before = spells.get(finding.rule());
        if (finding.severity().isUnknown() && before != null) {
            return finding.since(now);
        }
        Spell spell =
                before == null || before.severity() != finding.severity()
                        ? new Spell(finding.severity(), now)
                        : before;
        spells.put(finding.rule(), spell);
        return finding.since(spell.since());
    }
}
