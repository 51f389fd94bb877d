package dev.howdah.health;

import dev.howdah.core.Reading;
import java.time.Instant;

/** Runs one rule on made-up facts. */
final class Judged {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private Judged() {}

    /** Severity and sentence, like "WARNING: 1 session is …". */
    static <T> String by(HealthRule rule, Class<T> kind, T facts) {
        Finding finding = finding(rule, kind, facts);
        return finding.severity() + ": " + finding.sentence();
    }

    static <T> Finding finding(HealthRule rule, Class<T> kind, T facts) {
        return rule.judge(input(kind, new Reading.Fresh<>(facts, NOW)));
    }

    static <T> HealthInput input(Class<T> kind, Reading<T> reading) {
        return HealthInput.nothingRead(NOW).with(kind, reading);
    }
}
