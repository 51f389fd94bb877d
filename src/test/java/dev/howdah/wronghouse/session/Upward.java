package dev.howdah.wronghouse.session;

import dev.howdah.wronghouse.ui.Stairs;

/** Knows the screen. */
public interface Upward {
    void seesStairs(Stairs one);
}
