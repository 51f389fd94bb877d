package dev.howdah.pg.roles.password;

import dev.howdah.core.Secret;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Makes passwords that nobody can guess and everybody can copy by hand: without characters that
 * look alike, and without those that mean something in a URI, a shell or a .pgpass file.
 */
public final class PasswordGenerator {
    /** Without 0 and O, 1, I and l, and o. */
    private static final String ALPHABET =
            "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz";

    /** 24 of 56 characters are 139 bits; what is thrown away costs less than one of them. */
    private static final int LENGTH = 24;

    private final SecureRandom random = new SecureRandom();

    /** At least 128 bits of chance; always with a digit, a capital and a small letter. */
    public Secret next() {
        char[] chars = new char[LENGTH];
        try {
            do {
                for (int i = 0; i < LENGTH; i++) {
                    chars[i] = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
                }
            } while (!hasAllKinds(chars));
            return Secret.of(chars);
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    private static boolean hasAllKinds(char[] chars) {
        boolean digit = false;
        boolean capital = false;
        boolean small = false;
        for (char c : chars) {
            digit |= Character.isDigit(c);
            capital |= Character.isUpperCase(c);
            small |= Character.isLowerCase(c);
        }
        return digit && capital && small;
    }
}
