package dev.howdah.lab.fleet;

import dev.howdah.core.Secret;
import dev.howdah.lab.node.LabAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;

/**
 * What the control plane asks of the primary on behalf of its standbys.
 *
 * @param access the superuser's
 */
record PrimarySide(LabAccess access) {
    private static final String APPLICATION = "howdah lab";

    private static final String STREAMING =
            """
            SELECT application_name
              FROM pg_stat_replication
             WHERE state = 'streaming'
             ORDER BY application_name
             LIMIT 20
            """;

    private static final String OTHER_SLOTS =
            """
            SELECT pg_drop_replication_slot(slot_name)
              FROM pg_replication_slots
             WHERE slot_type = 'physical'
               AND slot_name LIKE 'node\\_%'
               AND NOT active
               AND slot_name <> ALL (?)
             ORDER BY slot_name
             LIMIT 20
            """;

    private static final String MISSING_SLOTS =
            """
            SELECT pg_create_physical_replication_slot(wanted.name, true)
              FROM unnest(?) AS wanted (name)
             WHERE NOT EXISTS (SELECT FROM pg_replication_slots s WHERE s.slot_name = wanted.name)
             ORDER BY wanted.name
             LIMIT 20
            """;

    /** Makes the role that standbys log in with, if need be, and gives it this password. */
    void allowReplication(Secret password) throws SQLException {
        String user = Parameters.REPLICATION_USER;
        try (Connection connection = access.connect(APPLICATION);
                Statement statement = connection.createStatement()) {
            // so that what is stored of the password shows up in no statistics
            statement.execute("SET pg_stat_statements.track_utility = off");
            if (!has(statement, "SELECT FROM pg_roles WHERE rolname = '" + user + "'")) {
                statement.execute("CREATE ROLE " + user + " REPLICATION LOGIN");
            }
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(user, password.reveal().toCharArray(), "scram-sha-256");
        }
    }

    /** Has these slots of ours and no other. */
    void keepSlots(List<String> names) throws SQLException {
        String[] wanted = names.toArray(String[]::new);
        for (String sql : List.of(OTHER_SLOTS, MISSING_SLOTS)) {
            try (Connection connection = access.connect(APPLICATION);
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("text", wanted));
                statement.execute();
            }
        }
    }

    /** The names of the standbys that receive WAL as it is written. */
    Set<String> streaming() throws SQLException {
        try (Connection connection = access.connect(APPLICATION);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(STREAMING)) {
            Set<String> names = new HashSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /** Makes a checkpoint and returns a position after it. */
    String checkpoint() throws SQLException {
        try (Connection connection = access.connect(APPLICATION);
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
            try (ResultSet row = statement.executeQuery("SELECT pg_current_wal_flush_lsn()")) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static boolean has(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next();
        }
    }
}
