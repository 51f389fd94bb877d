package dev.howdah.wronghouse.pg.roles;

/** The other subject. */
public interface Roles {}
