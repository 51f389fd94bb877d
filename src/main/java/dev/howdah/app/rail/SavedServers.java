package dev.howdah.app.rail;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.profile.Profile;
import dev.howdah.profile.ProfileStore;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.Notice.Level;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers that were saved, and what the person should know about how they were read.
 *
 * @param profiles empty at a first start, and when the file can't be read
 * @param notices empty when nothing was odd
 */
public record SavedServers(List<Profile> profiles, List<Notice> notices) {
    private static final Logger LOG = LoggerFactory.getLogger(SavedServers.class);

    public SavedServers {
        profiles = List.copyOf(profiles);
        notices = List.copyOf(notices);
    }

    /** Blocks on the disk: not on the JavaFX thread. */
    public static SavedServers read(ProfileStore store) {
        try {
            List<Profile> profiles = store.load();
            return new SavedServers(
                    profiles,
                    store.notes().stream().map(note -> Notice.of(Level.WARNING, note)).toList());
        } catch (ProblemException e) {
            LOG.warn("The saved servers can't be read", e);
            Problem problem = e.problem();
            return new SavedServers(
                    List.of(),
                    List.of(new Notice(Level.DANGER, problem.sentence(), problem.remedy())));
        }
    }

    /** Nothing was ever saved, as far as the files tell. */
    public boolean isFirstStart() {
        return profiles.isEmpty() && notices.isEmpty();
    }
}
