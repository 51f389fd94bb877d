package dev.howdah.lab.fleet;

import dev.howdah.lab.plan.LabPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the service should look like. It is on disk before anything is done about it, so that after
 * a crash the nodes are made to match it.
 *
 * @param servicePort where the primary listens, whichever node that is; the clients' address
 * @param primary the number of the node that leads
 * @param standbyConnections max_connections of the standbys, never below that of any primary whose
 *     WAL they have yet to replay
 * @param members the nodes by number, the primary among them
 */
public record Topology(
        LabPlan plan, int servicePort, int primary, int standbyConnections, List<Member> members) {

    public Topology {
        members = List.copyOf(members);
    }

    /**
     * A node.
     *
     * @param number 1 or more; freed numbers are given again
     * @param whole false while what it holds can't be used and has to be made anew
     */
    public record Member(int number, boolean whole) {}

    /** A lab as it was made first. */
    static Topology single(LabPlan plan, int servicePort, int primary) {
        return new Topology(
                plan,
                servicePort,
                primary,
                plan.maxConnections(),
                List.of(new Member(primary, true)));
    }

    /** All but the primary, by number. */
    public List<Member> standbys() {
        return members.stream().filter(member -> member.number() != primary).toList();
    }

    public boolean has(int number) {
        return members.stream().anyMatch(member -> member.number() == number);
    }

    /** Whether it is all that the plan promises. */
    public boolean isFinal() {
        return members.size() == plan.nodes()
                && members.stream().allMatch(Member::whole)
                && standbyConnections == plan.maxConnections();
    }

    /** Numbers for so many further nodes. */
    public List<Integer> freeNumbers(int count) {
        return IntStream.iterate(1, number -> number + 1)
                .filter(number -> !has(number))
                .limit(count)
                .boxed()
                .toList();
    }

    public Topology on(LabPlan other) {
        return new Topology(other, servicePort, primary, standbyConnections, members);
    }

    Topology at(int otherServicePort) {
        return new Topology(plan, otherServicePort, primary, standbyConnections, members);
    }

    Topology ledBy(int number) {
        return new Topology(plan, servicePort, number, standbyConnections, members);
    }

    public Topology withStandbyConnections(int connections) {
        return new Topology(plan, servicePort, primary, connections, members);
    }

    /** With this node in this state, added if it was none. */
    public Topology with(int number, boolean whole) {
        List<Member> changed = new ArrayList<>(without(number).members());
        changed.add(new Member(number, whole));
        changed.sort(Comparator.comparingInt(Member::number));
        return new Topology(plan, servicePort, primary, standbyConnections, changed);
    }

    Topology without(int number) {
        return new Topology(
                plan,
                servicePort,
                primary,
                standbyConnections,
                members.stream().filter(member -> member.number() != number).toList());
    }
}
