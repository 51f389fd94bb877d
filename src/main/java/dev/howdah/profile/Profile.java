package dev.howdah.profile;

import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgTarget;
import java.util.Optional;
import java.util.UUID;

/**
 * How to reach one server and how careful to be with it; everything but its secrets.
 *
 * @param name what the person calls it, unique among the profiles
 * @param readOnly every write through this profile is refused
 * @param hostedBy which provider's service it is; empty when nobody hosts it for us, or nobody said
 */
public record Profile(
        UUID id,
        String name,
        Environment environment,
        PgTarget target,
        boolean readOnly,
        Optional<HostedBy> hostedBy) {

    /** Of a server that nobody hosts for us. */
    public Profile(
            UUID id, String name, Environment environment, PgTarget target, boolean readOnly) {
        this(id, name, environment, target, readOnly, Optional.empty());
    }

    public Profile hostedBy(Optional<HostedBy> service) {
        return new Profile(id, name, environment, target, readOnly, service);
    }
}
