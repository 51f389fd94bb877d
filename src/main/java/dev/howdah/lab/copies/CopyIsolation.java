package dev.howdah.lab.copies;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.lab.node.AlterSystemFile;
import dev.howdah.lab.node.ControlPlane;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.LabProblems;
import dev.howdah.lab.node.RecoveringNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/** Makes a restored cluster one that stands for itself and speaks with nobody. */
record CopyIsolation(LabNode node) {
    /**
     * What somebody may have set by ALTER SYSTEM in the original, which would win over ours: a copy
     * that archives would spoil the original's archive, one that waits for a standby would wait for
     * ever.
     */
    private static final Pattern BINDING =
            Pattern.compile(
                    "(archive_|restore_command|recovery_|primary_|synchronous_standby_names"
                            + "|max_logical_replication_workers|port\\b|listen_addresses|hba_file"
                            + "|unix_socket_directories|ssl|cluster_name|log_directory).*");

    /** To be called before the server is started for the first time. */
    void detach() throws ProblemException {
        new AlterSystemFile(node.data()).resetIf(name -> BINDING.matcher(name).matches());
    }

    /** Gives the running server's superuser a password that opens nothing else. */
    void renewPassword() throws ProblemException {
        Secret fresh = LabNode.randomPassword();
        ControlPlane control = new ControlPlane(node);
        LabAccess access =
                control.isAdmitted()
                        ? control.access(LabNode.MAINTENANCE_DATABASE)
                        : node.access(LabNode.MAINTENANCE_DATABASE);
        try (Connection connection = access.connect("howdah lab copy");
                Statement statement = connection.createStatement()) {
            // so that what is stored of the password shows up in no statistics
            statement.execute("SET pg_stat_statements.track_utility = off");
            for (String role : List.of(LabNode.SUPERUSER, ControlPlane.ROLE)) {
                if (statement
                        .executeQuery("SELECT FROM pg_roles WHERE rolname = '" + role + "'")
                        .next()) {
                    connection
                            .unwrap(PGConnection.class)
                            .alterUserPassword(role, fresh.reveal().toCharArray(), "scram-sha-256");
                }
            }
            new RecoveringNode(node).keepPassword(fresh);
        } catch (SQLException e) {
            throw LabProblems.notOpened(e, node.data());
        } catch (IOException e) {
            throw LabProblems.of(e, node.data());
        }
    }
}
