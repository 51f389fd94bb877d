package dev.howdah.pg.settings;

/** Where a parameter can be set; names the texts, too. The later ones win over the earlier. */
public enum ParameterPlace {
    /** postgresql.auto.conf, for everybody. */
    SYSTEM,
    /** The database we are connected to, for sessions that begin there. */
    DATABASE,
    /** The role we are logged in as, for sessions that it begins. */
    ROLE
}
