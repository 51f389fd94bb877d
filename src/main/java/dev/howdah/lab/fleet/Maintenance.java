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
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The restarts that parameters wait for which somebody has changed. */
public final class Maintenance {
    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);
    private static final Texts TEXTS = Texts.of(Maintenance.class);
    private static final String APPLICATION = "howdah lab maintenance";

    private static final String WAITING =
            """
            SELECT name
              FROM pg_settings
             WHERE pending_restart
             ORDER BY name
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
     * @param parameters names of those that are not in force before
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
     * The nodes that wait, in the order in which they are to be restarted: the primary last, when
     * all others are up again. A node that can't be asked is not among them.
     */
    public List<Waiting> waiting() throws ProblemException {
        List<Waiting> all = new ArrayList<>();
        Topology topology = fleet.topology();
        for (Member member : topology.standbys()) {
            if (member.whole()) {
                add(all, member.number());
            }
        }
        add(all, topology.primary());
        return List.copyOf(all);
    }

    private void add(List<Waiting> all, int number) throws ProblemException {
        LabNode node = fleet.node(number);
        if (!node.takesConnections()) {
            return;
        }
        try (Connection connection =
                        new ControlPlane(node)
                                .access(LabNode.MAINTENANCE_DATABASE)
                                .connect(APPLICATION);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(WAITING)) {
            List<String> parameters = new ArrayList<>();
            while (rows.next()) {
                parameters.add(rows.getString(1));
            }
            if (!parameters.isEmpty()) {
                all.add(new Waiting(number, parameters));
            }
        } catch (SQLException e) {
            LOG.debug("{} does not tell what waits for a restart", Fleet.name(number), e);
        }
    }

    /**
     * Restarts a node. When it does not come up, what it waited for is reset, so that the service
     * goes on as it was, and the problem is thrown. For the deed of an operation, which has the
     * nodes for itself.
     */
    public void restart(Waiting node) throws ProblemException, InterruptedException {
        try {
            restart(node.number());
        } catch (ProblemException e) {
            // files and sockets of an interrupted thread are closed under its hands
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            new AlterSystemFile(fleet.node(node.number()).data()).reset(node.parameters());
            restart(node.number());
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

    private void restart(int number) throws ProblemException, InterruptedException {
        if (number == fleet.topology().primary()) {
            fleet.startPrimary();
        } else {
            standbys.join(number);
        }
    }
}
