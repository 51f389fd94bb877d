package dev.howdah.core.change;

/** What a server is for. Production is marked wherever one acts. */
public enum Environment {
    PRODUCTION,
    STAGING,
    DEVELOPMENT,
    LAB
}
