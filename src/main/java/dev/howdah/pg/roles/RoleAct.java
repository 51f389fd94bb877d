package dev.howdah.pg.roles;

/** What can be done to a role, by the right that the server asks for it. */
public enum RoleAct {
    PASSWORD,
    /** LOGIN or NOLOGIN, expiry, connection limit and the other attributes. */
    LIMITS,
    /** ALTER ROLE … SET and RESET. */
    SETTINGS,
    COMMENT,
    RENAME,
    /** Others are made members of it, or are members no longer. */
    MEMBERS,
    /** It gets, or loses, privileges on objects. */
    PRIVILEGES,
    DROP
}
