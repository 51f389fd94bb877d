package dev.howdah.provider.service;

import dev.howdah.core.Secret;
import java.time.Instant;

/**
 * A stretch of the server's log that the provider has put away.
 *
 * @param link where it can be fetched, with a token in it that opens it to anybody
 */
public record LogArchive(Instant from, Instant to, long sizeBytes, Secret link) {}
