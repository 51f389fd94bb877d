package dev.howdah.pg.roles.password;

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

    /**
     * More are never used: programs with the JDBC driver of PostgreSQL refuse to log in with them.
     * Source: its parameter scramMaxIterations.
     */
    public static final int MOST_ITERATIONS = 100_000;

    /** Source: SCRAM_DEFAULT_SALT_LEN. */
    private static final int SALT_BYTES = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;
    private final int iterations;

    /** Makes the verifier of a password when it is known how much work the server wants in it. */
    @FunctionalInterface
    public interface Maker {
        /**
         * @param iterations 1 to {@link #MOST_ITERATIONS}
         */
        ScramVerifier with(int iterations);

        /** As the server's parameter wants it, which may ask for more than clients take. */
        default ScramVerifier asWanted(int serversIterations) {
            return with(Math.min(serversIterations, MOST_ITERATIONS));
        }
    }

    private ScramVerifier(String text, int iterations) {
        this.text = text;
        this.iterations = iterations;
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
            return new ScramVerifier(
                    PasswordUtil.encodeScramSha256(chars, iterations, salt), iterations);
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    /** For the one statement that sends it. */
    public String literal() {
        return SqlNames.literal(text);
    }

    /** What is shown in its place: its kind and its work, nothing of the password. */
    @Override
    public String toString() {
        return "'SCRAM-SHA-256$%d:•••'".formatted(iterations);
    }
}
