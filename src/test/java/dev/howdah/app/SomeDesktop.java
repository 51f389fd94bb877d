package dev.howdah.app;

import dev.howdah.profile.secret.NoSecretStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Desktops for tests: without a keychain, and without anything that waits for a person. */
public final class SomeDesktop {
    private SomeDesktop() {}

    /** Nothing is set and nothing is chosen. */
    public static Desktop plain() {
        return new Desktop(
                NoSecretStore::new, Map.of(), (_, _) -> Optional.empty(), Clock.systemUTC());
    }

    /** With these variables and this clock, and somebody who always chooses this folder. */
    static Desktop with(Map<String, String> environment, Path folder, Clock clock) {
        return new Desktop(NoSecretStore::new, environment, (_, _) -> Optional.of(folder), clock);
    }
}
