package dev.howdah.lab.fleet;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.lab.fleet.Topology.Member;
import dev.howdah.lab.node.AlterSystemFile;
import dev.howdah.lab.node.ControlPlane;
import dev.howdah.lab.node.LabNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The restarts that parameters wait for which somebody has changed. What is set on the primary is
 * meant for the service: its standbys get it too, else one that has less of something than the
 * primary would stop to replay.
 */
public final class Maintenance {
    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);
    private static final Texts TEXTS = Texts.of(Maintenance.class);
    private static final String APPLICATION = "howdah lab maintenance";

    /**
     * A standby must not have less of these than its primary. Source: PostgreSQL documentation,
     * "Hot Standby", Administrator's Overview.
     */
    private static final String WAITING =
            """
            SELECT s.name,
                   CASE WHEN s.name IN ('max_connections', 'max_locks_per_transaction',
                                        'max_prepared_transactions', 'max_wal_senders',
                                        'max_worker_processes')
                        THEN s.setting::numeric
                             > (SELECT coalesce(f.setting, s.boot_val)::numeric
                                  FROM pg_file_settings f
                                 WHERE f.name = s.name
                                 ORDER BY f.seqno DESC
                                 LIMIT 1)
                        ELSE false
                    END                            AS lowers
              FROM pg_settings s
             WHERE s.pending_restart
             ORDER BY s.name
             LIMIT 50
            """;

    private final Fleet fleet;
    private final Standbys standbys;

    public Maintenance(Fleet fleet) {
        this.fleet = fleet;
        standbys = new Standbys(fleet);
    }

    /**
     * A node that has to be restarted.
     *
     * @param parameters names of those that come into force by that, in their order
     */
    public record Waiting(int number, List<String> parameters) {
        public Waiting {
            parameters = List.copyOf(parameters);
        }

        /** As the control plane calls the node: "node-2". */
        public String node() {
            return Fleet.name(number);
        }
    }

    /**
     * What waits on one node.
     *
     * @param first may be raised on a standby before the primary
     * @param last is lowered, which a standby may do only after the primary
     */
    private record Pending(TreeSet<String> first, TreeSet<String> last) {
        TreeSet<String> all() {
            TreeSet<String> all = new TreeSet<>(first);
            all.addAll(last);
            return all;
        }
    }

    /**
     * The nodes that wait, in the order in which they are to be restarted; a standby is there twice
     * when some parameters are raised and others lowered. A node that can't be asked is left out.
     */
    public List<Waiting> waiting() throws ProblemException {
        Pending primary = pending(fleet.topology().primary());
        List<Waiting> before = new ArrayList<>();
        List<Waiting> after = new ArrayList<>();
        for (Member member : fleet.topology().standbys()) {
            int number = member.number();
            if (member.whole() && fleet.node(number).takesConnections()) {
                TreeSet<String> first = pending(number).all();
                first.addAll(primary.first());
                first.removeAll(primary.last());
                add(before, number, first);
                add(after, number, primary.last());
            }
        }
        List<Waiting> all = new ArrayList<>(before);
        add(all, fleet.topology().primary(), primary.all());
        all.addAll(after);
        return List.copyOf(all);
    }

    private static void add(List<Waiting> to, int number, Collection<String> parameters) {
        if (!parameters.isEmpty()) {
            to.add(new Waiting(number, List.copyOf(parameters)));
        }
    }

    private Pending pending(int number) throws ProblemException {
        Pending pending = new Pending(new TreeSet<>(), new TreeSet<>());
        LabNode node = fleet.node(number);
        if (!node.takesConnections()) {
            return pending;
        }
        try (Connection connection =
                        new ControlPlane(node)
                                .access(LabNode.MAINTENANCE_DATABASE)
                                .connect(APPLICATION);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(WAITING)) {
            while (rows.next()) {
                (rows.getBoolean("lowers") ? pending.last() : pending.first())
                        .add(rows.getString("name"));
            }
        } catch (SQLException e) {
            LOG.debug("{} does not tell what waits for a restart", Fleet.name(number), e);
        }
        return pending;
    }

    /**
     * Restarts a node. When it does not come up, what it waited for is reset on all nodes, so that
     * the service goes on as it was, and the problem is thrown. For the deed of an operation, which
     * has the nodes for itself.
     */
    public void restart(Waiting node) throws ProblemException, InterruptedException {
        boolean leads = node.number() == fleet.topology().primary();
        try {
            if (leads) {
                fleet.startPrimary();
            } else {
                file(node.number()).adopt(node.parameters(), file(fleet.topology().primary()));
                standbys.lower(node.number(), fleet.topology().standbyConnections());
            }
        } catch (ProblemException e) {
            // files and sockets of an interrupted thread are closed under its hands
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            reset(node.parameters(), leads);
            throw new ProblemException(
                    Problem.of(
                                    Problem.Kind.BAD_INPUT,
                                    TEXTS.text(
                                            "restart.reset",
                                            node.node(),
                                            String.join(", ", node.parameters())),
                                    TEXTS.text("restart.reset.remedy"))
                            .withDetail(e.problem().detail()),
                    e);
        }
    }

    /** A primary that did not come up is started again; one that runs is told of its file. */
    private void reset(List<String> parameters, boolean primaryFailed)
            throws ProblemException, InterruptedException {
        int primary = fleet.topology().primary();
        file(primary).reset(parameters);
        if (primaryFailed) {
            fleet.startPrimary();
        } else {
            new ControlPlane(fleet.node(primary)).reload();
        }
        for (Member member : fleet.topology().standbys()) {
            if (member.whole()) {
                file(member.number()).reset(parameters);
                standbys.join(member.number());
            }
        }
    }

    private AlterSystemFile file(int number) {
        return new AlterSystemFile(fleet.node(number).data());
    }
}
