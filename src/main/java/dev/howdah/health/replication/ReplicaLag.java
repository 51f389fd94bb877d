package dev.howdah.health.replication;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.server.replication.ReplicationSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far standbys are behind. Either number alone is usual for a while, bytes during a bulk load
 * and time on a quiet server, so a warning needs both limits passed, or one of them by far.
 *
 * @param warning and {@code critical} time, {@code warningBytes} and {@code criticalBytes} of WAL
 *     not replayed. Source: the TechCorp alert at 60 s, PgHero 5 s, pgwatch 16 MB, pganalyze 100 MB
 *     and 1 GB
 */
public record ReplicaLag(Duration warning, long warningBytes, Duration critical, long criticalBytes)
        implements RuleAbout<ReplicationSnapshot> {
    private static final RuleCard CARD =
            new RuleCard("replicaLag", 85, Where.REPLICATION, Texts.of(ReplicaLag.class));

    public ReplicaLag() {
        this(Duration.ofSeconds(10), 16L << 20, Duration.ofSeconds(60), 256L << 20);
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<ReplicationSnapshot> subject() {
        return ReplicationSnapshot.class;
    }

    @Override
    public Verdict verdict(ReplicationSnapshot facts, Instant now) {
        List<Lag> lags = lags(facts);
        String limit =
                Quantities.duration(warning) + ", " + Quantities.bytes((double) warningBytes);
        if (lags.isEmpty()) {
            return facts.standbys().isEmpty()
                    ? Verdict.notApplicable()
                    : Verdict.hidden(Verdict.SEES_EVERYBODY);
        }
        Lag worst =
                Collections.max(
                        lags,
                        Comparator.comparing((Lag lag) -> severity(lag))
                                .reversed()
                                .thenComparing(Lag::time)
                                .thenComparing(Lag::bytes));
        String time = Quantities.duration(worst.time());
        String bytes = Quantities.bytes((double) worst.bytes());
        Severity severity = severity(worst);
        Verdict verdict =
                severity == Severity.OK
                        ? Verdict.fine(time, bytes)
                        : Verdict.found(severity, worst.name(), time, bytes)
                                .saying(facts.inRecovery() ? "foundHere" : "found");
        return verdict.measured(time + ", " + bytes, limit);
    }

    private record Lag(String name, Duration time, long bytes) {}

    /** On a standby its own lag too; those that our role can't see are left out. */
    private static List<Lag> lags(ReplicationSnapshot facts) {
        Stream<Lag> own =
                facts.receiver().stream()
                        .filter(ReplicationSnapshot.Receiver::running)
                        .map(receiver ->
                                new Lag(
                                        "",
                                        receiver.replayLag().orElse(Duration.ZERO),
                                        receiver.bytesToReplay().orElse(0)));
        Stream<Lag> others =
                facts.standbys().stream()
                        .filter(standby -> standby.state().isPresent())
                        .map(standby ->
                                new Lag(
                                        standby.name(),
                                        standby.replayLag().orElse(Duration.ZERO),
                                        standby.bytesBehind().orElse(0)));
        return Stream.concat(own, others).toList();
    }

    private Severity severity(Lag lag) {
        boolean late = lag.time().compareTo(warning) >= 0;
        boolean veryLate = lag.time().compareTo(critical) >= 0;
        boolean far = lag.bytes() >= warningBytes;
        boolean veryFar = lag.bytes() >= criticalBytes;
        if (veryLate && veryFar) {
            return Severity.CRITICAL;
        }
        return (late && far) || veryLate || veryFar ? Severity.WARNING : Severity.OK;
    }
}
