package dev.howdah.profile;

import dev.howdah.core.ProblemException;
import dev.howdah.testing.ChildProgram;
import java.nio.file.Path;

/** Saves the same profile with port after port and says each port when its save has returned. */
final class SavingProgram {
    private SavingProgram() {}

    /** Arguments: folder, name of the profile, first port. */
    public static void main(String[] arguments) throws ProblemException {
        ProfileStore store = new ProfileStore(Path.of(arguments[0]));
        for (int port = Integer.parseInt(arguments[2]); port <= 65_535; port++) {
            store.save(SomeProfiles.named(arguments[1], port));
            ChildProgram.say(Integer.toString(port));
        }
    }
}
