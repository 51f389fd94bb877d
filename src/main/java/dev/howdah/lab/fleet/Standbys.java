package dev.howdah.lab.fleet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.file.AtomicFile;
import dev.howdah.lab.fleet.Topology.Member;
import dev.howdah.lab.node.ControlPlane;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.LabProblems;
import dev.howdah.lab.node.LabStandby;
import dev.howdah.lab.node.Patience;
import dev.howdah.lab.plan.LabPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;

/** Builds, starts, promotes and removes standbys. For the control plane's own thread only. */
public final class Standbys {
    private static final Duration JOIN_LIMIT = Duration.ofSeconds(30);
    private static final Duration REPLAY_LIMIT = Duration.ofSeconds(60);

    private final Fleet fleet;

    public Standbys(Fleet fleet) {
        this.fleet = fleet;
    }

    /**
     * Makes the node anew from the primary and lets it follow. Until it does, the topology has it
     * as one that is not whole.
     */
    public void build(int number, DoubleConsumer progress)
            throws ProblemException, InterruptedException {
        fleet.become(fleet.topology().with(number, false));
        LabStandby standby = new LabStandby(fleet.node(number));
        try {
            allowReplication();
            keepSlots(number);
        } catch (SQLException e) {
            throw notFollowing(e, number);
        }
        standby.createFrom(fleet.primary(), progress);
        follow(number, fleet.topology().standbyConnections());
        fleet.become(fleet.topology().with(number, true));
    }

    /** Starts a node that is whole, and waits until it follows the primary. */
    public void join(int number) throws ProblemException, InterruptedException {
        try {
            keepSlots(number);
        } catch (SQLException e) {
            throw notFollowing(e, number);
        }
        follow(number, fleet.topology().standbyConnections());
    }

    private void follow(int number, int connections) throws ProblemException, InterruptedException {
        LabNode node = fleet.node(number);
        new LabStandby(node).follow(settings(number, connections));
        PrimarySide primary = primary();
        try {
            if (!Patience.until(JOIN_LIMIT, () -> isStreaming(number, primary))) {
                throw LabProblems.notFollowing(node.data());
            }
        } catch (SQLException e) {
            throw notFollowing(e, number);
        }
    }

    private boolean isStreaming(int number, PrimarySide primary)
            throws SQLException, ProblemException {
        try {
            return primary.streaming().contains(Fleet.name(number));
        } catch (SQLException e) {
            if (fleet.primary().livesDespite(e)) {
                return false;
            }
            throw e;
        }
    }

    /** The names of the nodes that receive what the primary writes. */
    public Set<String> streaming() throws ProblemException {
        try {
            return primary().streaming();
        } catch (SQLException e) {
            throw notFollowing(e, fleet.topology().primary());
        }
    }

    /** Refuses when the node does not receive what the primary writes. */
    public void requireStreaming(int number) throws ProblemException {
        if (!streaming().contains(Fleet.name(number))) {
            throw LabProblems.notFollowing(fleet.node(number).data());
        }
    }

    /**
     * Takes the service from the node that leads, alive or dead, to this standby. Nothing that was
     * acknowledged is lost as long as the disk of the former can be read.
     *
     * @param formerIsWhole whether the former primary can be a standby as it is
     * @return whether the last of the former primary's WAL was there
     */
    public boolean handOver(int number, LabPlan plan, boolean formerIsWhole)
            throws ProblemException, InterruptedException {
        Topology before = fleet.topology();
        LabNode former = fleet.primary();
        former.stop();
        LabStandby next = new LabStandby(fleet.node(number));
        next.node().stop();
        boolean complete = next.inherit(former);
        fleet.become(before.with(before.primary(), formerIsWhole).ledBy(number).on(plan));
        next.lead(fleet.primarySettings());
        try {
            keepSlots(number);
        } catch (SQLException e) {
            throw notFollowing(e, number);
        }
        return complete;
    }

    /** Those that can take over, the one with the most of the primary's WAL first. */
    public List<Integer> candidates() throws ProblemException {
        record Candidate(int number, long heldBytes) {}
        List<Candidate> found = new ArrayList<>();
        for (Member member : fleet.topology().standbys()) {
            LabNode node = fleet.node(member.number());
            if (member.whole() && node.exists()) {
                found.add(new Candidate(member.number(), held(node)));
            }
        }
        found.sort((a, b) -> Long.compare(b.heldBytes(), a.heldBytes()));
        return found.stream().map(Candidate::number).toList();
    }

    /** -1 when it does not tell. */
    private static long held(LabNode node) throws ProblemException {
        if (node.server().isEmpty()) {
            return -1;
        }
        try {
            return new StandbySide(control(node)).heldBytes();
        } catch (SQLException _) {
            return -1;
        }
    }

    /**
     * Restarts a standby with a lower limit. It refuses that as long as it could meet WAL of a
     * primary with a higher one, so it first replays a checkpoint that is younger.
     */
    public void lower(int number, int connections) throws ProblemException, InterruptedException {
        LabNode node = fleet.node(number);
        StandbySide standby = new StandbySide(control(node));
        try {
            String position = primary().checkpoint();
            if (!Patience.until(REPLAY_LIMIT, () -> standby.hasReplayed(position))) {
                throw LabProblems.notFollowing(node.data());
            }
        } catch (SQLException e) {
            throw notFollowing(e, number);
        }
        follow(number, connections);
    }

    /** Removes the node with all that it has. */
    public void remove(int number) throws ProblemException {
        fleet.become(fleet.topology().without(number));
        fleet.node(number).delete();
        try {
            keepSlots(fleet.topology().primary());
        } catch (SQLException e) {
            throw notFollowing(e, number);
        }
    }

    private PrimarySide primary() throws ProblemException {
        return new PrimarySide(control(fleet.primary()));
    }

    private static LabAccess control(LabNode node) throws ProblemException {
        return new ControlPlane(node).access(LabNode.MAINTENANCE_DATABASE);
    }

    /** Slots of all members but the primary, and of this node. */
    private void keepSlots(int number) throws ProblemException, SQLException {
        Topology topology = fleet.topology();
        List<String> names = new ArrayList<>();
        for (Member member : topology.standbys()) {
            if (member.whole() || member.number() == number) {
                names.add(Parameters.slot(Fleet.name(member.number())));
            }
        }
        primary().keepSlots(names);
    }

    /** The role may be missing on a primary that was restored. */
    private void allowReplication() throws ProblemException, SQLException {
        String beginning = "*:*:*:" + Parameters.REPLICATION_USER + ":";
        Path file = passwords();
        try {
            if (!Files.isRegularFile(file)) {
                String line = beginning + LabNode.randomPassword().reveal() + "\n";
                AtomicFile.write(file, line.getBytes(US_ASCII));
            }
            String password =
                    Files.readString(file, US_ASCII).strip().substring(beginning.length());
            primary().allowReplication(Secret.of(password));
        } catch (IOException e) {
            throw LabProblems.of(e, fleet.folder());
        }
    }

    private Map<String, String> settings(int number, int connections) throws ProblemException {
        LabAccess primary = fleet.primary().access(LabNode.MAINTENANCE_DATABASE);
        Topology topology = fleet.topology();
        return Parameters.standby(
                Fleet.name(number),
                connections,
                primary.host(),
                topology.servicePort(),
                passwords(),
                fleet.recovery().settings(topology.plan()));
    }

    /** In the format of libpq's passfile. */
    private Path passwords() {
        return fleet.folder().resolve("replication-password").toAbsolutePath();
    }

    private ProblemException notFollowing(SQLException e, int number) {
        return LabProblems.notFollowing(e, fleet.node(number).data());
    }
}
