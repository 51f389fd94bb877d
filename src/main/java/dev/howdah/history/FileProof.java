package dev.howdah.history;

import java.time.Instant;
import java.util.UUID;

/**
 * What the file of a backup turned out to be worth when it had been downloaded, dated.
 *
 * @param server the profile of the server whose backup it is
 * @param backup the provider's id
 * @param sentence the judgement in full
 */
public record FileProof(
        UUID server, String backup, Instant judgedAt, Worth worth, String sentence) {

    /** How sure it is that every byte is there and right. */
    public enum Worth {
        /** A checksum covers the content, and it is right. */
        PROVEN,
        /** It goes to its end, but a byte may be wrong. */
        COMPLETE,
        /** It ends too early, or is damaged. */
        BROKEN,
        /** Nothing in it says where it should end. */
        UNKNOWN
    }
}
