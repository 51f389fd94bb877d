package dev.howdah.pg.access.effect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The roles that one role comes to through memberships, each with the shortest chain that leads
 * there.
 */
public final class Reach {
    private final Map<Long, Step> steps = new LinkedHashMap<>();

    /** How a role was reached: from which one, or from none for the one where it began. */
    private record Step(long from, boolean first) {}

    /** Says which roles the next step leads to. */
    interface Steps {
        List<Long> from(long role);
    }

    private Reach() {}

    static Reach from(long role, Steps next) {
        Reach reach = new Reach();
        reach.steps.put(role, new Step(0, true));
        reach.follow(role, next);
        return reach;
    }

    /** What can be reached from here or, by other steps, from any of those. */
    Reach andThen(Steps next) {
        Reach longer = new Reach();
        longer.steps.putAll(steps);
        for (long role : steps.keySet()) {
            longer.follow(role, next);
        }
        return longer;
    }

    private void follow(long start, Steps next) {
        Deque<Long> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            long role = open.remove();
            for (long group : next.from(role)) {
                if (steps.putIfAbsent(group, new Step(role, false)) == null) {
                    open.add(group);
                }
            }
        }
    }

    boolean contains(long role) {
        return steps.containsKey(role);
    }

    /** With the one where it began. */
    public Set<Long> roles() {
        return steps.keySet();
    }

    /** From the first membership to the role itself; empty for the role where it began. */
    List<Long> chainTo(long role) {
        List<Long> chain = new ArrayList<>();
        long at = role;
        for (Step step = steps.get(at); step != null && !step.first(); step = steps.get(at)) {
            chain.add(at);
            at = step.from();
        }
        return chain.reversed();
    }
}
