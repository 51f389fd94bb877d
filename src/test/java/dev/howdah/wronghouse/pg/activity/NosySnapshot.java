package dev.howdah.wronghouse.pg.activity;

import dev.howdah.wronghouse.pg.roles.Roles;

/** An answer that is no record and knows another subject. */
public interface NosySnapshot {
    void seesRoles(Roles one);
}
