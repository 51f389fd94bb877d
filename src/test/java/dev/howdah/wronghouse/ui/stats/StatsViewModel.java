package dev.howdah.wronghouse.ui.stats;

import dev.howdah.wronghouse.lab.Upward;
import dev.howdah.wronghouse.ui.users.UsersController;
import javafx.scene.Node;

/** Knows nodes, another tab and the lab. */
public interface StatsViewModel {
    void seesUsersController(UsersController one);

    void seesUpward(Upward one);

    void seesNode(Node one);
}
