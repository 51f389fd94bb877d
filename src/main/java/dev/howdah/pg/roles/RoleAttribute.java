package dev.howdah.pg.roles;

import dev.howdah.pg.roles.RolesSnapshot.Attributes;
import java.util.EnumSet;
import java.util.Set;

/** An attribute of a role that can be given and taken; the names are the server's keywords. */
public enum RoleAttribute {
    SUPERUSER,
    CREATEROLE,
    CREATEDB,
    REPLICATION,
    BYPASSRLS,
    /** From 16 on only what a membership that is made later begins with. */
    INHERIT;

    /** Those that a role has. */
    public static Set<RoleAttribute> of(Attributes attributes) {
        Set<RoleAttribute> has = EnumSet.noneOf(RoleAttribute.class);
        for (RoleAttribute each : values()) {
            if (each.isIn(attributes)) {
                has.add(each);
            }
        }
        return has;
    }

    public boolean isIn(Attributes attributes) {
        return switch (this) {
            case SUPERUSER -> attributes.superuser();
            case CREATEROLE -> attributes.createRole();
            case CREATEDB -> attributes.createDatabase();
            case REPLICATION -> attributes.replication();
            case BYPASSRLS -> attributes.bypassRls();
            case INHERIT -> attributes.inherit();
        };
    }
}
