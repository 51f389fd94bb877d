package dev.howdah.wronghouse.pg.roles;

import dev.howdah.wronghouse.refresh.Loop;

/** The other subject, which knows the loop above it. */
public interface Roles {
    void seesLoop(Loop one);
}
