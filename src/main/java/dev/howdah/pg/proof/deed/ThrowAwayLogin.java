package dev.howdah.pg.proof.deed;

import dev.howdah.core.Secret;
import dev.howdah.pg.Sql;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.proof.run.ProofGroundQuery;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.util.PasswordUtil;

/**
 * A login that exists for one proof: one session, ten minutes, a password nobody knows, of which
 * the server only ever sees the SCRAM verifier.
 */
public record ThrowAwayLogin(String name, Secret password) {
    /** Expired ones of this name are dropped by the next proof; {@link ProofGroundQuery}. */
    private static final String PREFIX = "howdah_probe_";

    private static final SecureRandom RANDOM = new SecureRandom();

    public static ThrowAwayLogin random() {
        return new ThrowAwayLogin(PREFIX + hex(8), Secret.of(hex(20)));
    }

    /** Lower-case hexadecimal digits, two for each byte. */
    static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** For a password that nobody knows or ever will. */
    static String verifier(Secret password) {
        return PasswordUtil.encodeScramSha256(password.reveal().toCharArray());
    }

    /**
     * It inherits, so that it may connect where only the role may; the trials themselves run after
     * SET ROLE.
     */
    public List<Sql> creation(String role, boolean optionsOfMemberships, String expiry) {
        return creation(
                role,
                optionsOfMemberships,
                SqlNames.literal(verifier(password)),
                SqlNames.literal(expiry));
    }

    /** As {@link #creation}, with what is secret or not yet known left out. */
    public List<Sql> preview(String role, boolean optionsOfMemberships) {
        return creation(
                role, optionsOfMemberships, "'SCRAM-SHA-256$•••'", "'<10 min after the start>'");
    }

    private List<Sql> creation(
            String role, boolean optionsOfMemberships, String verifier, String expiry) {
        List<Sql> statements = new ArrayList<>();
        statements.add(
                Sql.of(
                        "CREATE ROLE %s LOGIN INHERIT PASSWORD %s CONNECTION LIMIT 1 VALID UNTIL %s"
                                .formatted(SqlNames.quoted(name), verifier, expiry)));
        statements.add(
                Sql.of(
                        "GRANT %s TO %s%s"
                                .formatted(
                                        SqlNames.quoted(role),
                                        SqlNames.quoted(name),
                                        optionsOfMemberships
                                                ? " WITH INHERIT TRUE, SET TRUE"
                                                : "")));
        return statements;
    }

    public Sql removal() {
        return removal(name);
    }

    public static Sql removal(String leftover) {
        return Sql.of("DROP ROLE IF EXISTS " + SqlNames.quoted(leftover));
    }
}
