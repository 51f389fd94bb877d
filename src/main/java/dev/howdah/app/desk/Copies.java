package dev.howdah.app.desk;

import dev.howdah.app.rail.RailEntry;
import dev.howdah.core.Problem;
import dev.howdah.core.Secret;
import dev.howdah.profile.Profile;
import java.util.function.Consumer;

/** The copies that the lab holds. */
public interface Copies {
    /** Starts one; one of both is called in the end, on the JavaFX thread. */
    void start(RailEntry entry, Started started, Consumer<Problem> failed);

    /** Shows what would be done to remove one. */
    void remove(RailEntry entry);

    /** Goes on with a copy whose server runs. */
    interface Started {
        void open(Profile profile, Secret password);
    }
}
