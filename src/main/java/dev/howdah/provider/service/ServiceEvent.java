package dev.howdah.provider.service;

import java.time.Instant;

/**
 * Something that happened to a service by its provider's records.
 *
 * @param type the provider's word: "upgrade_addon"
 * @param who the account that did it; empty for the provider itself
 * @param sentence in our words, or the type when we have none
 */
public record ServiceEvent(
        String id, Instant at, String type, String who, Weight weight, String sentence) {

    /** How much a DBA cares. */
    public enum Weight {
        ROUTINE,
        NOTABLE,
        WARNING
    }
}
