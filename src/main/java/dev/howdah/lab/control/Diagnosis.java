package dev.howdah.lab.control;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.control.Repair.Kind;
import dev.howdah.lab.fleet.Fleet;
import dev.howdah.lab.fleet.Standbys;
import dev.howdah.lab.fleet.Topology;
import dev.howdah.lab.fleet.Topology.Member;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the nodes with the topology. Whether a process lives is asked often and costs nothing;
 * whether standbys receive WAL takes a session and is asked seldom.
 */
final class Diagnosis {
    private static final Duration BETWEEN_SESSIONS = Duration.ofSeconds(10);

    /** A standby that reconnects by itself is given the time of so many looks. */
    private static final int MOST_MISSES = 3;

    private final Fleet fleet;
    private final Standbys standbys;
    private final Clock clock;

    /** Nodes that ran since the opening: what is stopped now has died. */
    private final Set<Integer> ran = new HashSet<>();

    /** In how many looks on end a standby has not received WAL. */
    private final Map<Integer, Integer> misses = new HashMap<>();

    private Instant nextSession = Instant.MIN;

    Diagnosis(Fleet fleet, Standbys standbys, Clock clock) {
        this.fleet = fleet;
        this.standbys = standbys;
        this.clock = clock;
    }

    /**
     * What is most urgent; empty when all is as it should be.
     *
     * @param failedStarts how often on end the primary could not be started where it is
     */
    Optional<Repair> next(int failedStarts) throws ProblemException {
        Topology topology = fleet.topology();
        int primary = topology.primary();
        if (!fleet.runs(primary)) {
            List<Integer> candidates = standbys.candidates();
            if (!candidates.isEmpty()) {
                return Optional.of(new Repair(Kind.TAKE_OVER, candidates.getFirst()));
            }
            boolean lost = failedStarts >= Rescue.MOST_STARTS || !fleet.primary().exists();
            return Optional.of(new Repair(lost ? Kind.RESTORE : Kind.START, primary));
        }
        for (Member standby : topology.standbys()) {
            Optional<Kind> kind = of(standby);
            if (kind.isPresent()) {
                return Optional.of(new Repair(kind.get(), standby.number()));
            }
        }
        return ofPlan(topology);
    }

    private Optional<Kind> of(Member standby) throws ProblemException {
        int number = standby.number();
        if (!standby.whole() || !fleet.node(number).exists()) {
            return Optional.of(Kind.BUILD);
        }
        if (!fleet.runs(number)) {
            return Optional.of(ran.contains(number) ? Kind.BUILD : Kind.JOIN);
        }
        ran.add(number);
        return isLost(number) ? Optional.of(Kind.BUILD) : Optional.empty();
    }

    private boolean isLost(int number) throws ProblemException {
        Instant now = clock.instant();
        if (now.isAfter(nextSession)) {
            nextSession = now.plus(BETWEEN_SESSIONS);
            Set<String> streaming = standbys.streaming();
            for (Member standby : fleet.topology().standbys()) {
                int each = standby.number();
                boolean received = streaming.contains(Fleet.name(each));
                misses.put(each, received ? 0 : misses.getOrDefault(each, 0) + 1);
            }
        }
        return misses.getOrDefault(number, 0) >= MOST_MISSES;
    }

    private static Optional<Repair> ofPlan(Topology topology) {
        int wanted = topology.plan().nodes();
        List<Member> standbys = topology.standbys();
        if (topology.members().size() < wanted) {
            return Optional.of(new Repair(Kind.BUILD, topology.freeNumbers(1).getFirst()));
        }
        if (topology.members().size() > wanted) {
            return Optional.of(new Repair(Kind.REMOVE, standbys.getLast().number()));
        }
        if (topology.standbyConnections() != topology.plan().maxConnections()) {
            int any = standbys.isEmpty() ? topology.primary() : standbys.getFirst().number();
            return Optional.of(new Repair(Kind.LOWER, any));
        }
        return Optional.empty();
    }

    /** A node that was just made or started is given time again. */
    void forget(int number) {
        ran.remove(number);
        misses.remove(number);
    }
}
