package dev.howdah.wronghouse.dump;

import dev.howdah.wronghouse.ui.Stairs;

/** Knows the stairs. */
public interface Upward {
    void seesStairs(Stairs one);
}
