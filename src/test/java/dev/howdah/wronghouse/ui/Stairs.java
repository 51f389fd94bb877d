package dev.howdah.wronghouse.ui;

import dev.howdah.wronghouse.app.Front;
import dev.howdah.wronghouse.session.Upward;

/** Knows sessions and the front door. */
public interface Stairs {
    void seesUpward(Upward one);

    void seesFront(Front one);
}
