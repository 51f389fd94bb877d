package dev.howdah.health.configuration;

import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.server.HealthFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Versions that get no fixes any more, or soon won't.
 *
 * @param notice how long before the last day. Source: one release cycle of minor versions, twice
 */
public record VersionSupport(Duration notice) implements RuleAbout<HealthFacts> {
    private static final RuleCard CARD =
            new RuleCard("versionSupport", 60, Where.OVERVIEW, Texts.of(VersionSupport.class));

    public VersionSupport() {
        this(Duration.ofDays(180));
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<HealthFacts> subject() {
        return HealthFacts.class;
    }

    @Override
    public Verdict verdict(HealthFacts facts, Instant now) {
        int major = facts.versionNum() / 10_000;
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate lastDay = LAST_DAYS.get(major);
        if (lastDay == null) {
            return major > NEWEST_KNOWN
                    ? Verdict.fine(Integer.toString(major)).saying("newer")
                    : Verdict.found(Severity.WARNING, Integer.toString(major)).saying("ancient");
        }
        String day = lastDay.toString();
        Verdict verdict;
        if (today.isAfter(lastDay)) {
            verdict = Verdict.found(Severity.WARNING, Integer.toString(major), day);
        } else if (today.plusDays(notice.toDays()).isAfter(lastDay)) {
            verdict = Verdict.found(Severity.NOTICE, Integer.toString(major), day).saying("soon");
        } else {
            verdict = Verdict.fine(Integer.toString(major), day);
        }
        return verdict.measured("PostgreSQL " + major, day);
    }

    private static final int NEWEST_KNOWN = 18;

    /** Source: the PostgreSQL project's versioning policy, "final release" of each major. */
    private static final Map<Integer, LocalDate> LAST_DAYS =
            Map.of(
                    13, LocalDate.of(2025, 11, 13),
                    14, LocalDate.of(2026, 11, 12),
                    15, LocalDate.of(2027, 11, 11),
                    16, LocalDate.of(2028, 11, 9),
                    17, LocalDate.of(2029, 11, 8),
                    18, LocalDate.of(2030, 11, 14));
}
