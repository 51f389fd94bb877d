package dev.howdah.wronghouse.lab;

import dev.howdah.wronghouse.pg.Cellar;

/** Knows the pool. */
public interface Upward {
    void seesCellar(Cellar one);
}
