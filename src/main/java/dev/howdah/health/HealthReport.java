package dev.howdah.health;

import dev.howdah.health.Finding.Severity;
import java.time.Instant;
import java.util.List;

/**
 * The outcome of a checkup.
 *
 * @param at by this desktop's clock
 * @param findings one for each rule, worst first, then by weight
 */
public record HealthReport(Instant at, List<Finding> findings) {

    public HealthReport {
        findings = List.copyOf(findings);
    }

    /** Those that somebody should do something about. */
    public List<Finding> needingSomebody() {
        return findings.stream().filter(finding -> finding.severity().needsSomebody()).toList();
    }

    /** Those that nothing was learned from. */
    public List<Finding> unknown() {
        return findings.stream().filter(finding -> finding.severity().isUnknown()).toList();
    }

    /** Those that were looked at and are fine. */
    public List<Finding> fine() {
        return findings.stream().filter(finding -> finding.severity() == Severity.OK).toList();
    }

    /** How many rules could be judged, OK or not. */
    public int judged() {
        return Math.toIntExact(
                findings.stream().filter(finding -> !finding.severity().isUnknown()).count());
    }

    /**
     * One word for all: the worst finding; UNKNOWN while a rule could not look, or none found
     * anything fine. What our role may not see stays so for ever, so it alone changes nothing here;
     * the list says it.
     */
    public Severity worst() {
        List<Finding> bad = needingSomebody();
        if (!bad.isEmpty()) {
            return bad.getFirst().severity();
        }
        boolean couldNotLook =
                findings.stream().anyMatch(finding -> finding.severity() == Severity.UNKNOWN);
        return couldNotLook || fine().isEmpty() ? Severity.UNKNOWN : Severity.OK;
    }

    /** Like "Checked 24 rules." with, where it is so, how many could not be judged. */
    public String summary() {
        return HealthTexts.checked(findings.size(), unknown().size());
    }
}
