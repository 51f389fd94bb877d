package dev.howdah.provider.service;

/** The state of a service or node, in our words. */
public enum ServiceState {
    CREATING,
    RUNNING,
    /** A change is under way: plan, version, host. Connections may break. */
    CHANGING,
    STOPPED,
    FAILED,
    /** A word of the provider that we do not know; never shown as healthy. */
    UNKNOWN
}
