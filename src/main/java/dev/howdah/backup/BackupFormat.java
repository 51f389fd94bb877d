package dev.howdah.backup;

/** What a backup's file is, by its first bytes. */
public enum BackupFormat {
    /** pg_dump --format=custom. */
    CUSTOM_DUMP,
    /** A tar, also that of pg_dump --format=tar. */
    TAR,
    /** A gzip of anything, like a tar.gz. */
    GZIP,
    /** pg_dump or pg_dumpall as SQL. */
    PLAIN_SQL,
    ZIP,
    /** None that we know. */
    OTHER
}
