package dev.howdah.wronghouse.profile;

import dev.howdah.wronghouse.refresh.Loop;

/** Knows the loop. */
public interface Upward {
    void seesLoop(Loop one);
}
