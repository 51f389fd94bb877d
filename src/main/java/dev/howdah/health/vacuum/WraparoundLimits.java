package dev.howdah.health.vacuum;

import dev.howdah.core.Quantities;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Verdict;
import dev.howdah.pg.server.vacuum.WraparoundSnapshot;
import dev.howdah.pg.server.vacuum.WraparoundSnapshot.DatabaseAgeRow;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * When an age is dangerous. Below one and a half times the age at which autovacuum freezes by force
 * nothing is said, so that providers that let it go far (Aiven: 1.5 billion) are not reported all
 * day.
 *
 * @param warningPct and {@code criticalPct} of 2^31. Source: pganalyze 50/80 % of the space, RDS
 *     500 million, 1 and 1.5 billion, check_postgres 1.3/1.4 billion
 */
record WraparoundLimits(double warningPct, double criticalPct) {
    private static final double PATIENCE = 1.5;

    Verdict verdict(
            List<DatabaseAgeRow> databases, ToLongFunction<DatabaseAgeRow> age, long maxAge) {
        DatabaseAgeRow oldest = databases.stream().max(Comparator.comparingLong(age)).orElseThrow();
        long years = age.applyAsLong(oldest);
        double pct = 100.0 * years / WraparoundSnapshot.LIMIT;
        Severity severity =
                years > PATIENCE * maxAge
                        ? Verdict.warningOrCritical(pct, warningPct, criticalPct)
                        : Severity.OK;
        String share = Quantities.percent(Math.floor(pct));
        String count = Quantities.shortCount((double) years);
        Verdict verdict =
                severity == Severity.OK
                        ? Verdict.fine(share, oldest.name(), count)
                        : Verdict.found(severity, share, oldest.name(), count);
        return verdict.measured(share, Quantities.percent(warningPct));
    }
}
