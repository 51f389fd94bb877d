package dev.howdah.provider.trial.guard;

import dev.howdah.core.change.ChangeRunner;
import dev.howdah.provider.Operations;
import dev.howdah.provider.Provider;

/**
 * A service whose changes can go back.
 *
 * @param operations those of the provider
 * @param runner journals every way back
 * @param encrypted whether our own logins use TLS
 */
public record GuardedProvider(
        Provider provider, Operations operations, ChangeRunner runner, boolean encrypted) {}
