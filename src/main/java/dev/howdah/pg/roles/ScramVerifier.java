package dev.howdah.pg.roles;

import dev.howdah.core.Secret;
import dev.howdah.pg.SqlNames;
import java.security.SecureRandom;
import java.util.Arrays;
import org.postgresql.util.PasswordUtil;

/**
 * What a server keeps of a password: enough to check it, not enough to log in. It is made here, so
 * that the clear text is in no statement, log or statistics of the server.
 */
public final class ScramVerifier {
    /** The server's default, which scram_iterations changes from 16 on. */
    public static final int USUAL_ITERATIONS = 4096;

    /** What is shown in its place. */
    static final String MASKED = "'SCRAM-SHA-256$•••'";

    /** Source: SCRAM_DEFAULT_SALT_LEN. */
    private static final int SALT_BYTES = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private ScramVerifier(String text) {
        this.text = text;
    }

    public static ScramVerifier of(Secret password) {
        return of(password, USUAL_ITERATIONS);
    }

    /**
     * @param password one to which {@link PasswordRules} has no objection
     * @param iterations 1 or more; takes about a millisecond for each thousand
     */
    public static ScramVerifier of(Secret password, int iterations) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        char[] chars = password.reveal().toCharArray();
        try {
            return new ScramVerifier(PasswordUtil.encodeScramSha256(chars, iterations, salt));
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    /** For the one statement that sends it. */
    String literal() {
        return SqlNames.literal(text);
    }

    @Override
    public String toString() {
        return MASKED;
    }
}
