package dev.howdah.provider.service;

import java.util.Optional;

/**
 * A database user that the provider knows of.
 *
 * @param readOnly made by the provider as one that only reads
 * @param locked belongs to the provider: can't be changed or dropped through its API
 * @param passwordHash "SCRAM-SHA-256", "MD5"; empty when not told
 */
public record ProviderUser(
        String name, boolean readOnly, boolean locked, Optional<String> passwordHash) {}
