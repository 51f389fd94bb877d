package dev.howdah.core;

/** What a server is for. Production is marked wherever one acts. */
public enum Environment {
    PRODUCTION,
    STAGING,
    DEVELOPMENT,
    LAB
}
