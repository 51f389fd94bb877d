package dev.howdah.pg.proof;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a role was seen to be able to do on one server, at one moment.
 *
 * @param server the name the person knows it by
 * @param address host and port, which stay when the server is renamed
 * @param serverVersion as the server writes it, like "18.6"
 * @param login how the trials logged in
 * @param databases in the order they were asked for; never empty
 */
public record AccessCertificate(
        String server,
        String address,
        String role,
        AccessKind expected,
        Instant takenAt,
        String serverVersion,
        Login login,
        List<DatabaseProof> databases) {
    public AccessCertificate {
        databases = List.copyOf(databases);
    }

    /** How the trials logged in. */
    public enum Login {
        /** As the role itself. */
        OWN_PASSWORD,
        /** As a throw-away member of the role. */
        THROW_AWAY
    }

    /** Writing outweighs the unknown, the unknown outweighs every other gap. */
    public Verdict verdict() {
        if (gaps().anyMatch(gap -> gap.kind().weight() == Gap.Weight.WRITES)) {
            return expected == AccessKind.READ_ONLY ? Verdict.NOT_READ_ONLY : Verdict.GAPS;
        }
        if (databases.isEmpty() || databases.stream().anyMatch(d -> !d.unknowns().isEmpty())) {
            return Verdict.UNPROVEN;
        }
        return gaps().findAny().isPresent() ? Verdict.GAPS : Verdict.PROVEN;
    }

    /** Of all databases. */
    public Stream<Gap> gaps() {
        return databases.stream().flatMap(database -> database.gaps().stream());
    }

    public long tables() {
        return databases.stream().mapToLong(d -> d.counts().tables()).sum();
    }

    public long readable() {
        return databases.stream().mapToLong(d -> d.counts().readable()).sum();
    }

    public long writable() {
        return databases.stream().mapToLong(d -> d.counts().writable()).sum();
    }
}
