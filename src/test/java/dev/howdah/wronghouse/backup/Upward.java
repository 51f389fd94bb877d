package dev.howdah.wronghouse.backup;

import dev.howdah.wronghouse.pg.Cellar;

/** Knows the pool. */
public interface Upward {
    void seesCellar(Cellar one);
}
