package dev.howdah.wronghouse.ui.chart;

import dev.howdah.wronghouse.ui.users.UsersController;

/** Is there for every tab, and knows one. */
public interface NosyChart {
    void seesUsersController(UsersController one);
}
