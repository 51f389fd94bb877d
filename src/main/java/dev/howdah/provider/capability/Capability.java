package dev.howdah.provider.capability;

import dev.howdah.provider.ProviderReads;

/**
 * Something a provider may or may not offer through its API for one service. A screen asks {@link
 * Capabilities#whyNot} and disables what is not offered, with the reason.
 */
public enum Capability {
    /** Reads the service itself: state, nodes, version. */
    FACTS,
    /** Tells how to connect, see {@link ProviderReads#connection}. */
    CONNECTION,
    PLANS,
    PLAN_CHANGE,
    /** Reads and changes the list of client addresses that are let in. */
    ALLOWLIST,
    /** The list takes IPv6 ranges too. */
    ALLOWLIST_IPV6,
    /** Tells by which address the provider sees this desktop. */
    OWN_ADDRESS,
    FORCE_TLS,
    PUBLIC_ACCESS,
    BACKUPS,
    BACKUP_NOW,
    BACKUP_SCHEDULE,
    BACKUP_DOWNLOAD,
    RECOVERY_WINDOW,
    /** Goes back in time in place: what happened since is gone. */
    RECOVERY_IN_PLACE,
    /** Goes back in time in a new service; the old one stays as it is. */
    RECOVERY_INTO_NEW,
    USERS,
    READ_ONLY_USERS,
    USER_CREATE,
    USER_DROP,
    /** Sets a password that was made here. */
    PASSWORD_SET,
    /** Lets the provider make a new password. */
    PASSWORD_RESET,
    VERSION_UPGRADE,
    MAINTENANCE_WINDOW,
    MAINTENANCE_LIST,
    METRICS,
    METRIC_HISTORY,
    LOGS,
    LOG_ARCHIVES,
    EVENTS,
    /** Lists running statements without a connection to the server. */
    RUNNING_QUERIES,
    /** Ends a running statement or its session without a connection to the server. */
    QUERY_END,
    /** Makes the server tell statistics of statements, which takes a right that logins lack. */
    STATEMENT_STATISTICS,
    REPLICAS,
    PROMOTE,
    /** Ends a node as a failure would, to see what then happens. */
    NODE_FAILURE
}
