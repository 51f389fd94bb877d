package dev.howdah.wronghouse.pg;

import dev.howdah.wronghouse.refresh.Loop;

/** Knows the loop above it. */
public interface Cellar {
    void seesLoop(Loop one);
}
