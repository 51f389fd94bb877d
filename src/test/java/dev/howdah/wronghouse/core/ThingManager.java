package dev.howdah.wronghouse.core;

import dev.howdah.wronghouse.pg.Cellar;
import java.io.ObjectInputStream;

/** Knows what is above it, under an empty name. */
public interface ThingManager {
    void seesCellar(Cellar one);

    void seesObjectInputStream(ObjectInputStream one);
}
