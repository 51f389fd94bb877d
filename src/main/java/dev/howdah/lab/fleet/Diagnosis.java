package dev.howdah.lab.fleet;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.fleet.Repair.Kind;
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

    /** A standby that reconnects by itself is given this time. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Fleet fleet;
    private final Standbys standbys;
    private final Clock clock;

    /** Nodes that ran since the opening: what is stopped now has died. */
    private final Set<Integer> ran = new HashSet<>();

    private final Map<Integer, Instant> lastStreaming = new HashMap<>();
    private Instant nextSession = Instant.MIN;

    Diagnosis(Fleet fleet, Standbys standbys, Clock clock) {
        this.fleet = fleet;
        this.standbys = standbys;
        this.clock = clock;
    }

    /**
     * What is most urgent; empty when all is as it should be.
     *
     * @param startFailed whether the primary could not be started where it is
     */
    Optional<Repair> next(boolean startFailed) throws ProblemException {
        Topology topology = fleet.topology();
        int primary = topology.primary();
        if (!fleet.runs(primary)) {
            List<Integer> candidates = standbys.candidates();
            if (!candidates.isEmpty()) {
                return Optional.of(new Repair(Kind.TAKE_OVER, candidates.getFirst()));
            }
            boolean lost = startFailed || !fleet.primary().exists();
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
            for (String name : standbys.streaming()) {
                fleet.topology().standbys().stream()
                        .map(Member::number)
                        .filter(each -> Fleet.name(each).equals(name))
                        .forEach(each -> lastStreaming.put(each, now));
            }
        }
        return lastStreaming.computeIfAbsent(number, _ -> now).plus(PATIENCE).isBefore(now);
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
        lastStreaming.remove(number);
    }
}
