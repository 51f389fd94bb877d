package dev.howdah.profile;

import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Made-up profiles for tests. */
final class SomeProfiles {
    private SomeProfiles() {}

    /** Equal names have equal ids. */
    static Profile named(String name, int port) {
        return new Profile(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                name,
                Environment.PRODUCTION,
                PgTarget.of("db.example.org", port, "shop", "dba", TlsMode.VERIFY_FULL),
                true);
    }

    static Profile withEveryField() {
        return new Profile(
                new UUID(1, 2),
                "grüß \"x\" \u202E🐘",
                Environment.LAB,
                new PgTarget(
                        "::1",
                        1,
                        "a\nb",
                        "it's",
                        TlsMode.VERIFY_CA,
                        Optional.of(Path.of("/ca/roots.pem"))),
                false);
    }
}
