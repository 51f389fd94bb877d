package dev.howdah.health;

import dev.howdah.core.Reading;
import java.time.Instant;

/** Runs one rule on made-up facts. */
public final class Judged {
    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private Judged() {}

    /** Severity and sentence, like "WARNING: 1 session is …". */
    public static <T> String by(HealthRule rule, Class<T> kind, T facts) {
        Finding finding = finding(rule, kind, facts);
        return finding.severity() + ": " + finding.sentence();
    }

    public static <T> Finding finding(HealthRule rule, Class<T> kind, T facts) {
        return rule.judge(input(kind, new Reading.Fresh<>(facts, NOW)));
    }

    public static <T> HealthInput input(Class<T> kind, Reading<T> reading) {
        return HealthInput.nothingRead(NOW).with(kind, reading);
    }
}
