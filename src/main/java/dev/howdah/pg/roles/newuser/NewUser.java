package dev.howdah.pg.roles.newuser;

import dev.howdah.pg.roles.password.ScramVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A user as somebody wants it, before anything is looked up on the server.
 *
 * @param verifier makes that of its password for a server; the clear text stays with whoever shows
 *     it once
 * @param scopes where it may work; may be empty, then it can only log in
 */
public record NewUser(
        String name,
        Kind kind,
        ScramVerifier.Maker verifier,
        List<Scope> scopes,
        Limits limits,
        Closing closing) {
    public NewUser {
        scopes = List.copyOf(scopes);
    }

    /** What the user is for. */
    public enum Kind {
        READ_ONLY,
        READ_WRITE
    }

    /**
     * A database that the user works in.
     *
     * @param schemas the ones it may use; empty for all that there are
     */
    public record Scope(String database, Optional<Set<String>> schemas) {
        public Scope {
            schemas = schemas.map(Set::copyOf);
        }

        public static Scope all(String database) {
            return new Scope(database, Optional.empty());
        }

        boolean holds(String schema) {
            return schemas.isEmpty() || schemas.get().contains(schema);
        }
    }

    /**
     * What the user may not exceed. It can change the timeouts for itself, so they guard against
     * mistakes and not against malice.
     *
     * @param connections empty for no limit
     * @param expiry when the password stops working; empty for never
     * @param readOnlyTransactions whether its transactions begin read-only, as a second fence
     */
    public record Limits(
            OptionalInt connections,
            Optional<Instant> expiry,
            Optional<Duration> statementTimeout,
            Optional<Duration> idleInTransactionTimeout,
            Optional<Duration> lockTimeout,
            boolean readOnlyTransactions) {

        public static Limits none() {
            return new Limits(
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false);
        }

        /** What suits a person who reads: some minutes for a statement, few sessions. */
        public static Limits usual(Kind kind) {
            return new Limits(
                    OptionalInt.of(5),
                    Optional.empty(),
                    Optional.of(Duration.ofMinutes(5)),
                    Optional.of(Duration.ofMinutes(1)),
                    Optional.of(Duration.ofSeconds(5)),
                    kind == Kind.READ_ONLY);
        }
    }

    /**
     * Which gaps of the plain grants are closed. The first two take a right from PUBLIC and give it
     * to everybody who is there, so that nobody but later roles loses it.
     *
     * @param publicCreate CREATE in schemas where PUBLIC has it (public, on 13 and 14)
     * @param publicTemp temporary tables
     * @param largeObjects reading those that are there
     */
    public record Closing(boolean publicCreate, boolean publicTemp, boolean largeObjects) {
        /** Every gap that can be closed, which is what a read-only user is expected to be. */
        public static Closing all() {
            return new Closing(true, true, true);
        }
    }
}
