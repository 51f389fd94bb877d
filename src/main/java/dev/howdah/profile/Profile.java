package dev.howdah.profile;

import dev.howdah.core.Environment;
import dev.howdah.pg.PgTarget;
import java.util.UUID;

/**
 * How to reach one server and how careful to be with it; everything but the password.
 *
 * @param name what the person calls it, unique among the profiles
 * @param readOnly every write through this profile is refused
 */
public record Profile(
        UUID id, String name, Environment environment, PgTarget target, boolean readOnly) {}
