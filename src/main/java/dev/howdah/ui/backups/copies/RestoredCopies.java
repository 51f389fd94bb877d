package dev.howdah.ui.backups.copies;

import dev.howdah.session.OpenSessions;
import dev.howdah.session.Session;
import java.util.List;
import java.util.Optional;

/**
 * Where restored copies of one server may be found. Whoever restores (a provider into a new service
 * that was then opened here, or the lab into a cluster of its own) lists its result here with the
 * moment and the duration, and it can be compared, proven and copied from like any other.
 */
@FunctionalInterface
public interface RestoredCopies {
    /** Those there are now, the likeliest first; empty when none is reachable. JavaFX thread. */
    List<RestoredCopy> now();

    /** Every other open server: the person chooses the one that was restored. */
    static RestoredCopies among(OpenSessions open, Session original) {
        return () ->
                open.now().stream()
                        .filter(session -> !session.equals(original))
                        .map(session ->
                                new RestoredCopy(
                                        session.profile().name(),
                                        new RestoredCopy.OpenDoor(session),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()))
                        .toList();
    }
}
