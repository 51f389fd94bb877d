package dev.howdah.provider.service;

import dev.howdah.provider.capability.Capability;

/** Something that is on or off at a provider. */
public enum Switch {
    /** Connections without TLS are refused. */
    FORCE_TLS,
    /** The service can be reached from the internet. */
    PUBLIC_ACCESS;

    public Capability capability() {
        return switch (this) {
            case FORCE_TLS -> Capability.FORCE_TLS;
            case PUBLIC_ACCESS -> Capability.PUBLIC_ACCESS;
        };
    }

    /** Where a switch stands. */
    public enum Position {
        OFF,
        TURNING_ON,
        ON,
        TURNING_OFF,
        /** The provider tried to turn it and failed. */
        FAILED,
        /** The provider is turning it, and does not tell to which side. */
        TURNING,
        /** A word of the provider that we do not know. */
        UNKNOWN
    }
}
