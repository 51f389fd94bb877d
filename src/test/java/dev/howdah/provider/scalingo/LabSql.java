package dev.howdah.provider.scalingo;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.node.ControlPlane;
import dev.howdah.lab.node.LabAccess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** What Scalingo does inside of a database, done in the lab's, which no allowlist keeps out. */
final class LabSql {
    static final String OWNER = "shop_1234";
    static final String OWNER_PASSWORD = "made-up-for-the-lab-of-shop";

    private final LabCluster lab;

    LabSql(LabCluster lab) {
        this.lab = lab;
    }

    private Connection connect() throws SQLException {
        LabAccess access = lab.access();
        return access.withUser(ControlPlane.ROLE, access.password()).connect("fake scalingo");
    }

    private String database() {
        return lab.access().database();
    }

    /** Statements, one after the other. */
    void run(String... statements) throws ProblemException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The rows of an answer, by the names of their columns. */
    List<Map<String, Object>> rows(String query) throws ProblemException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            ResultSetMetaData names = rows.getMetaData();
            List<Map<String, Object>> all = new ArrayList<>();
            while (rows.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= names.getColumnCount(); i++) {
                    Object value = rows.getObject(i);
                    row.put(
                            names.getColumnLabel(i),
                            value instanceof Timestamp moment
                                    ? moment.toInstant().toString()
                                    : value);
                }
                all.add(row);
            }
            return all;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static ProblemException failed(SQLException e) {
        return new ProblemException(
                Problem.of(Problem.Kind.FAILED, String.valueOf(e.getMessage()), ""), e);
    }

    /**
     * The user that owns the database, as Scalingo makes it with the database.
     *
     * @return false when it was there
     */
    boolean makeOwner() throws ProblemException {
        if (logins().contains(OWNER)) {
            return false;
        }
        run(
                "CREATE ROLE " + OWNER + " LOGIN",
                "ALTER DATABASE " + database() + " OWNER TO " + OWNER,
                "ALTER SCHEMA public OWNER TO " + OWNER);
        setPassword(OWNER, OWNER_PASSWORD);
        return true;
    }

    Set<String> logins() throws ProblemException {
        return rows("SELECT rolname FROM pg_roles WHERE rolcanlogin").stream()
                .map(row -> String.valueOf(row.get("rolname")))
                .collect(Collectors.toSet());
    }

    /** With the grants that the documentation of 2017 names, "Database Users". */
    void create(String user, boolean readOnly, String password) throws ProblemException {
        String rights = readOnly ? "SELECT" : "ALL PRIVILEGES";
        run("CREATE ROLE " + user + " LOGIN");
        setPassword(user, password);
        run(
                "GRANT CONNECT ON DATABASE " + database() + " TO " + user,
                "GRANT USAGE ON SCHEMA public TO " + user,
                "GRANT " + rights + " ON ALL TABLES IN SCHEMA public TO " + user,
                "GRANT " + rights + " ON ALL SEQUENCES IN SCHEMA public TO " + user,
                defaults(rights, "TABLES", user),
                defaults(rights, "SEQUENCES", user));
        if (!readOnly) {
            run(
                    "GRANT CREATE ON SCHEMA public TO " + user,
                    "GRANT ALL PRIVILEGES ON DATABASE " + database() + " TO " + user);
        }
    }

    private static String defaults(String rights, String kind, String user) {
        return "ALTER DEFAULT PRIVILEGES FOR USER %s IN SCHEMA public GRANT %s ON %s TO %s"
                .formatted(OWNER, rights, kind, user);
    }

    void drop(String user) throws ProblemException {
        if (logins().contains(user)) {
            run("DROP OWNED BY " + user, "DROP ROLE " + user);
        }
    }

    void setPassword(String user, String password) throws ProblemException {
        try (Connection connection = connect()) {
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(user, password.toCharArray(), "scram-sha-256");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Empty for an action that there is none of. */
    Optional<Object> action(String name, int pid) throws ProblemException {
        return switch (name) {
            case "pg-list-queries" -> Optional.of(rows(QUERIES));
            case "pg-cancel-query" -> Optional.of(first("SELECT pg_cancel_backend(" + pid + ")"));
            case "pg-terminate-query" ->
                    Optional.of(first("SELECT pg_terminate_backend(" + pid + ", 2000)"));
            case "list-extensions" ->
                    Optional.of(
                            rows(
                                    "SELECT extname AS name, extversion AS version"
                                            + " FROM pg_extension ORDER BY extname"));
            case "pg-stat-statements-enable" -> {
                run("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
                yield Optional.of(true);
            }
            default -> Optional.empty();
        };
    }

    private Object first(String query) throws ProblemException {
        return rows(query).getFirst().values().iterator().next();
    }

    private static final String QUERIES =
            """
            SELECT pid,
                   usename AS username,
                   state,
                   query,
                   query_start,
                   (1e9 * extract(epoch FROM clock_timestamp() - query_start))::bigint
                       AS query_duration
              FROM pg_stat_activity
             WHERE backend_type = 'client backend'
               AND datname = current_database()
               AND pid <> pg_backend_pid()
             ORDER BY pid
            """;
}
