package dev.howdah.wronghouse.health;

import dev.howdah.wronghouse.pg.LoudQuery;
import dev.howdah.wronghouse.refresh.Loop;

/** Reads for itself. */
public interface Nosy {
    void seesLoudQuery(LoudQuery one);

    void seesLoop(Loop one);
}
