package dev.howdah.lab.node;

import dev.howdah.core.ProblemException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;

/**
 * How the lab itself gets into a node, whomever the node keeps out: by a role of its own, which
 * pg_hba.conf names before all others. It has the superuser's password.
 */
public record ControlPlane(LabNode node) {
    public static final String ROLE = "lab_control";

    private static final String APPLICATION = "howdah lab";
    private static final Duration RELOAD_LIMIT = Duration.ofSeconds(10);

    /** SQLSTATE class invalid authorization specification. */
    private static final String LOGIN_REFUSED = "28";

    /** Only on a server that has been {@link #admit}ted to once. */
    public LabAccess access(String database) throws ProblemException {
        LabAccess superuser = node.access(database);
        return superuser.withUser(ROLE, superuser.password());
    }

    /** Whether it gets in with its own role. */
    public boolean isAdmitted() throws ProblemException {
        try (Connection connection = access(LabNode.MAINTENANCE_DATABASE).connect(APPLICATION)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            if (isRefusal(e)) {
                return false;
            }
            throw LabProblems.notStarted(e, node.folder().path());
        }
    }

    /**
     * Makes the role on a primary, with the password it should have.
     *
     * @return false when the superuser is not let in from here
     */
    public static boolean admit(LabAccess superuser) throws SQLException {
        try (Connection connection = superuser.connect(APPLICATION);
                Statement statement = connection.createStatement()) {
            // so that what is stored of the password shows up in no statistics
            statement.execute("SET pg_stat_statements.track_utility = off");
            boolean there;
            try (ResultSet row =
                    statement.executeQuery("SELECT FROM pg_roles WHERE rolname = '" + ROLE + "'")) {
                there = row.next();
            }
            statement.execute((there ? "ALTER" : "CREATE") + " ROLE " + ROLE + " SUPERUSER LOGIN");
            // what it makes belongs to the superuser
            statement.execute("ALTER ROLE " + ROLE + " SET role = " + LabNode.SUPERUSER);
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(
                            ROLE, superuser.password().reveal().toCharArray(), "scram-sha-256");
            return true;
        } catch (SQLException e) {
            if (isRefusal(e)) {
                return false;
            }
            throw e;
        }
    }

    /** The same on a node that surely lets the superuser in. */
    public void admitAsSuperuser() throws ProblemException {
        try {
            if (!admit(node.access(LabNode.MAINTENANCE_DATABASE))) {
                throw LabProblems.program("node.notStarted", "", node.folder().path());
            }
        } catch (SQLException e) {
            throw LabProblems.notStarted(e, node.folder().path());
        }
    }

    /** Lets the running server read its files anew; it does so soon after this returns. */
    public void reload() throws ProblemException {
        try {
            PostgresProgram.Ended ended = node.pgCtl(RELOAD_LIMIT, "reload");
            if (!ended.wentWell()) {
                throw LabProblems.program("node.notRunning", ended.text(), node.folder().path());
            }
        } catch (IOException e) {
            throw LabProblems.of(e, node.folder().path());
        }
    }

    /** Whether a login failed because it is not allowed, and not because nobody answered. */
    public static boolean isRefusal(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.startsWith(LOGIN_REFUSED);
    }
}
