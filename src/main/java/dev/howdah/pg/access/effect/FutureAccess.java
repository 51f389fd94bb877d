package dev.howdah.pg.access.effect;

import dev.howdah.pg.DefaultsKind;
import dev.howdah.pg.access.AccessRole;
import dev.howdah.pg.access.Privileges;

/**
 * What a role will be able to do with what one owner creates later in one schema.
 *
 * @param owner who would create
 * @param because why that owner is expected to
 * @param held the privileges of the role on such an object, as they would be
 * @param today those that the role has on every object of this owner, schema and kind that is there
 *     already; empty when there is none
 */
public record FutureAccess(
        long schemaOid,
        String schema,
        AccessRole owner,
        Because because,
        DefaultsKind kind,
        Privileges held,
        Privileges today) {

    /** Why somebody is expected to create in a schema. */
    public enum Because {
        /** Owns something there already, and may create. */
        OWNS_AND_MAY_CREATE,
        /** Owns something there already, but has no CREATE now. */
        OWNS,
        /** Owns nothing there yet, but has CREATE. */
        MAY_CREATE
    }

    /** What the role has on all that is there, and will not have on what comes. */
    public Privileges gap() {
        return today.without(held);
    }
}
