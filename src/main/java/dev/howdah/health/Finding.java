package dev.howdah.health;

import dev.howdah.health.checkup.HealthCheckup;
import java.time.Instant;
import java.util.Optional;

/**
 * What one rule says about a server.
 *
 * @param rule the rule's name, the same for ever, like connectionsNearLimit
 * @param weight how much it matters among findings of the same severity, from 0 to 100
 * @param title the subject in two or three words, for the list of all rules
 * @param sentence the judgement with its number, one full sentence
 * @param why why it matters; empty when all is well
 * @param advice what to do; empty when there is nothing to do
 * @param value what was measured, with its unit; empty when nothing was
 * @param limit what it was held against, with its unit; empty when there is no number
 * @param where the place that shows more or acts
 * @param filter a text for that place's filter; empty for none
 * @param since when this severity was first seen; see {@link HealthCheckup}
 */
public record Finding(
        String rule,
        int weight,
        Severity severity,
        String title,
        String sentence,
        String why,
        String advice,
        String value,
        String limit,
        Optional<Where> where,
        String filter,
        Optional<Instant> since) {

    /** Worst first. */
    public enum Severity {
        CRITICAL,
        WARNING,
        NOTICE,
        /** It could not be looked at, so nobody knows. */
        UNKNOWN,
        /** Our role may not look at it; the advice names the grant. */
        NOT_PERMITTED,
        OK,
        /** The question makes no sense here, like the lag of a standby that does not exist. */
        NOT_APPLICABLE;

        /** Whether somebody should do something. */
        public boolean needsSomebody() {
            return this == CRITICAL || this == WARNING || this == NOTICE;
        }

        /** Whether nothing was learned. */
        public boolean isUnknown() {
            return this == UNKNOWN || this == NOT_PERMITTED;
        }
    }

    /** Where in the console one sees more or acts. */
    public enum Where {
        OVERVIEW,
        ACTIVITY,
        LOCKS,
        STATEMENTS,
        CHARTS,
        SETTINGS,
        EXTENSIONS,
        USERS,
        BACKUPS,
        ALLOWLIST,
        /** What of the provider is on or off, beside its allowlist. */
        SWITCHES,
        REPLICATION
    }

    public Finding since(Instant moment) {
        return new Finding(
                rule,
                weight,
                severity,
                title,
                sentence,
                why,
                advice,
                value,
                limit,
                where,
                filter,
                Optional.of(moment));
    }

    Finding saying(String newSentence) {
        return new Finding(
                rule,
                weight,
                severity,
                title,
                newSentence,
                why,
                advice,
                value,
                limit,
                where,
                filter,
                since);
    }
}
