package dev.howdah.wronghouse.ui.users;

import dev.howdah.wronghouse.pg.LoudQuery;

/** Knows a query. */
public interface UsersController {
    void seesLoudQuery(LoudQuery one);
}
