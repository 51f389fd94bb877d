package dev.howdah.pg.roles.newuser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a user can do, tried out without its own read-only fence, nothing of it kept. */
final class UserPowers {
    private UserPowers() {}

    /** A line for each table, and one for each schema in which it can create. */
    static List<String> of(TestServer server, String database, String user, String password)
            throws SQLException {
        List<String> powers = new ArrayList<>();
        try (Connection connection = server.connect(database, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = off");
            for (String table :
                    list(
                            server,
                            database,
                            "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname"
                                    + " !~ '^(pg_|information)' ORDER BY 1")) {
                String schema = table.substring(0, table.indexOf('.'));
                String quoted = schema + ".\"" + rest(table) + "\"";
                String sequence = schema + ".\"" + rest(table) + "_id_seq\"";
                boolean reads =
                        works(connection, "SELECT * FROM " + quoted)
                                && works(connection, "SELECT last_value FROM " + sequence);
                boolean writes =
                        Stream.of(
                                        "INSERT INTO " + quoted + " DEFAULT VALUES",
                                        "UPDATE " + quoted + " SET id = id",
                                        "DELETE FROM " + quoted,
                                        "TRUNCATE " + quoted,
                                        "SELECT nextval('" + sequence + "')")
                                .map(sql -> works(connection, sql))
                                .collect(Collectors.toSet())
                                .contains(true);
                powers.add((table + " " + (reads ? "r" : "") + (writes ? "w" : "")).strip());
            }
            for (String schema :
                    list(
                            server,
                            database,
                            "SELECT nspname FROM pg_namespace WHERE nspname !~"
                                    + " '^(pg_|information)' ORDER BY 1")) {
                if (works(connection, "CREATE TABLE " + schema + ".mine (id int)")) {
                    powers.add("creates in " + schema);
                }
            }
        }
        return powers;
    }

    private static String rest(String table) {
        return table.substring(table.indexOf('.') + 1).replace("\"", "\"\"");
    }

    private static boolean works(Connection connection, String sql) {
        try {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
                return true;
            } catch (SQLException e) {
                assertEquals("42501", e.getSQLState(), sql);
                return false;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> list(TestServer server, String database, String sql)
            throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
