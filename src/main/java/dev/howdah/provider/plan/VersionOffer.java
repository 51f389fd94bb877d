package dev.howdah.provider.plan;

import java.util.List;
import java.util.Optional;

/**
 * A version that a service may be upgraded to now.
 *
 * @param id what the API wants to hear
 * @param text as the provider writes it: "16.14.0-1"
 * @param major whether the major version changes
 * @param extensions names of extensions that it brings; empty when not told
 */
public record VersionOffer(
        String id,
        String text,
        boolean major,
        Interruption interruption,
        List<String> extensions,
        Optional<String> warning) {

    public VersionOffer {
        extensions = List.copyOf(extensions);
    }
}
