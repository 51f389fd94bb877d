package dev.howdah.profile;

import dev.howdah.core.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * Keeps the profiles in one file of this desktop, without their passwords. Every method blocks on
 * the disk, so it is called off the JavaFX thread; any thread may call.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class ProfileStore {
    private final Path folder;

    /** Touches no file yet. */
    public ProfileStore(Path folder) {
        this.folder = folder;
    }

    /** All profiles, in the order in which they were added; empty when none was ever saved. */
    public List<Profile> load() throws ProblemException {
        throw new UnsupportedOperationException(folder.toString());
    }

    /** What the person should be told about the last {@link #load()}, full sentences. */
    public List<String> notes() {
        throw new UnsupportedOperationException(folder.toString());
    }

    /** Adds the profile, or replaces the one with the same id. */
    public void save(Profile profile) throws ProblemException {
        throw new UnsupportedOperationException(folder.toString());
    }

    /** Forgets the profile; an unknown id is fine. */
    public void remove(UUID id) throws ProblemException {
        throw new UnsupportedOperationException(folder.toString());
    }
}
