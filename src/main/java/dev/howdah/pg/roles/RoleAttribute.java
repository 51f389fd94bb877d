package dev.howdah.pg.roles;

/** An attribute of a role that can be given and taken; the names are the server's keywords. */
public enum RoleAttribute {
    SUPERUSER,
    CREATEROLE,
    CREATEDB,
    REPLICATION,
    BYPASSRLS
}
