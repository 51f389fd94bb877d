package dev.howdah.ui.stats.activity;

import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.SessionState;
import dev.howdah.ui.stats.session.Concern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sessions that have something in common.
 *
 * @param name what they have in common; may be empty
 * @param longest the longest that one of them has been in its state; idle ones don't count
 */
record SessionGroup(
        String name,
        int sessions,
        int active,
        int blocked,
        int idleInTransaction,
        Duration longest,
        Concern concern) {

    /** What needs the eye comes first, then the largest. */
    static final Comparator<SessionGroup> BY_NEED =
            Comparator.comparing(SessionGroup::concern)
                    .reversed()
                    .thenComparing(Comparator.comparingInt(SessionGroup::sessions).reversed())
                    .thenComparing(SessionGroup::name);

    /** The groups of these sessions, by name. */
    static List<SessionGroup> of(Collection<SessionRow> rows, Grouping grouping) {
        Map<String, List<SessionRow>> byName = new TreeMap<>();
        for (SessionRow row : rows) {
            byName.computeIfAbsent(grouping.groupOf(row), _ -> new ArrayList<>()).add(row);
        }
        List<SessionGroup> groups = new ArrayList<>();
        byName.forEach((name, members) -> groups.add(of(name, members)));
        return groups;
    }

    private static SessionGroup of(String name, List<SessionRow> rows) {
        int active = 0;
        int blocked = 0;
        int idleInTransaction = 0;
        Duration longest = Duration.ZERO;
        Concern concern = Concern.NONE;
        for (SessionRow row : rows) {
            if (row.isBlocked()) {
                blocked++;
            } else if (row.state() == SessionState.ACTIVE) {
                active++;
            } else if (row.state().isIdleInTransaction()) {
                idleInTransaction++;
            }
            Duration age =
                    row.state() == SessionState.IDLE
                            ? Duration.ZERO
                            : row.age().orElse(Duration.ZERO);
            longest = age.compareTo(longest) > 0 ? age : longest;
            Concern one = Concern.about(row);
            concern = one.compareTo(concern) > 0 ? one : concern;
        }
        return new SessionGroup(
                name, rows.size(), active, blocked, idleInTransaction, longest, concern);
    }
}
