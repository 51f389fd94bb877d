package dev.howdah.app;

import dev.howdah.core.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The passwords that were typed since the program started. They are nowhere else. */
final class Passwords {
    private final Map<UUID, Secret> known = new ConcurrentHashMap<>();

    void remember(UUID profile, Secret password) {
        known.put(profile, password);
    }

    Optional<Secret> of(UUID profile) {
        return Optional.ofNullable(known.get(profile));
    }

    void forget(UUID profile) {
        Secret was = known.remove(profile);
        if (was != null) {
            was.wipe();
        }
    }
}
