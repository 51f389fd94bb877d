package dev.howdah.lab.fleet;

import dev.howdah.lab.node.LabAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the control plane asks a standby.
 *
 * @param access the superuser's
 */
record StandbySide(LabAccess access) {
    private static final String APPLICATION = "howdah lab";

    private static final String HELD =
            """
            SELECT pg_wal_lsn_diff(greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()),
                                   '0/0') AS held
            """;

    private static final String REPLAYED = "SELECT pg_last_wal_replay_lsn() >= ?::pg_lsn";

    /** The position up to which it has the primary's WAL, in bytes since the first. */
    long heldBytes() throws SQLException {
        try (Connection connection = access.connect(APPLICATION);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HELD)) {
            row.next();
            return row.getLong(1);
        }
    }

    boolean hasReplayed(String position) throws SQLException {
        try (Connection connection = access.connect(APPLICATION);
                PreparedStatement statement = connection.prepareStatement(REPLAYED)) {
            statement.setString(1, position);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
