package dev.howdah.ui;

/** Where in the window one can be sent: a tab, or a panel in it. */
public enum Place {
    OVERVIEW,
    USERS,
    BACKUPS,
    BACKUPS_ARCHIVE,
    BACKUPS_RESTORES,
    BACKUPS_DUMPS,
    STATS_ACTIVITY,
    STATS_LOCKS,
    STATS_STATEMENTS,
    STATS_CHARTS,
    STATS_RESOURCES,
    SETTINGS_ALLOWLIST,
    SETTINGS_PLAN,
    SETTINGS_VERSION,
    SETTINGS_SERVICE,
    SETTINGS_PARAMETERS,
    SETTINGS_EXTENSIONS,
    SETTINGS_LOGS
}
