package dev.howdah.pg.settings;

import java.util.regex.Pattern;

/**
 * Hides the passwords in values of parameters. primary_conninfo may hold one, and so may the
 * commands that archive and restore; who may read all parameters need not know them.
 */
final class PasswordMask {
    private static final String DOTS = "•••";

    /** A word of a libpq connection string, or a variable before a command. */
    private static final Pattern ASSIGNED =
            Pattern.compile("(?i)(\\w*password\\s*=\\s*)('(?:[^'\\\\]|\\\\.|'')*'|[^\\s;&|'\"]+)");

    private static final Pattern IN_URI = Pattern.compile("(\\w+://[^\\s/:@]*:)[^\\s@]+@");

    private PasswordMask() {}

    /** The same with dots for every password. */
    static String masked(String value) {
        String assigned = ASSIGNED.matcher(value).replaceAll("$1" + DOTS);
        return IN_URI.matcher(assigned).replaceAll("$1" + DOTS + "@");
    }

    /** Whether a password is, or was, in it. */
    static boolean isIn(String value) {
        return value.contains(DOTS) || !masked(value).equals(value);
    }
}
