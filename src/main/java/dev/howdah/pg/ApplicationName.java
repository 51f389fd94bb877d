package dev.howdah.pg;

import dev.howdah.core.Version;

/** What a DBA sees of us in pg_stat_activity: {@code howdah/<version> <panel>}. */
public final class ApplicationName {
    /** PostgreSQL cuts the setting after 63 bytes. */
    private static final int MAX_LENGTH = 63;

    /** Every session of any Howdah begins with this. */
    public static final String PREFIX = "howdah/";

    private static final String MARK = "/* howdah */";

    private ApplicationName() {}

    static String of(String panels) {
        String name = PREFIX + Version.current() + " " + panels;
        return name.length() <= MAX_LENGTH ? name : name.substring(0, MAX_LENGTH - 3) + "...";
    }

    /**
     * The statement with our mark, by which it is known in pg_stat_statements and in logs. It
     * stands behind the first word, because from version 18 on the server forgets what is before
     * it.
     */
    static String marked(String sql) {
        int end = 0;
        while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
            end++;
        }
        return sql.substring(0, end) + " " + MARK + sql.substring(end);
    }

    /** Whether a statement that a server remembers is one with which a Howdah read. */
    public static boolean isOurs(String sql) {
        int at = sql.indexOf(MARK);
        return at > 0 && sql.substring(0, at).strip().chars().allMatch(Character::isLetter);
    }
}
