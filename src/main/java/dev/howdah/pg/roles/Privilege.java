package dev.howdah.pg.roles;

/** A privilege by the server's keyword. */
public enum Privilege {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    TRUNCATE,
    REFERENCES,
    TRIGGER,
    /** From 17 on. */
    MAINTAIN,
    USAGE,
    CREATE,
    CONNECT,
    TEMPORARY,
    EXECUTE
}
