package dev.howdah.app;

import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import java.util.UUID;

/** Made-up profiles for tests. */
public final class SomeProfiles {
    private SomeProfiles() {}

    public static Profile named(String name, Environment environment) {
        return new Profile(
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                name,
                environment,
                PgTarget.of("db.example.org", 5432, "shop", "dba", TlsMode.VERIFY_FULL),
                false);
    }
}
