package dev.howdah.pg;

import dev.howdah.core.Version;

/** What a DBA sees of us in pg_stat_activity: {@code howdah/<version> <panel>}. */
public final class ApplicationName {
    /** PostgreSQL cuts the setting after 63 bytes. */
    private static final int MAX_LENGTH = 63;

    /** Every session of any Howdah begins with this. */
    public static final String PREFIX = "howdah/";

    /** Every statement with which we read begins with this, also in pg_stat_statements and logs. */
    public static final String MARK = "/* howdah */ ";

    private ApplicationName() {}

    static String of(String panels) {
        String name = PREFIX + Version.current() + " " + panels;
        return name.length() <= MAX_LENGTH ? name : name.substring(0, MAX_LENGTH - 3) + "...";
    }
}
