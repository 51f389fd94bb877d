package dev.howdah.lab.sample;

import dev.howdah.core.Secret;
import dev.howdah.lab.node.LabAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.postgresql.PGConnection;

/**
 * Fills the lab's database. All of it is one transaction, so that after a crash there is everything
 * or nothing; what a person changed later is left alone.
 */
public final class SampleData {
    public static final String DATABASE = "techcorp";

    /** The roles that the workload logs in as. */
    public static final List<String> SERVICES = SampleRoles.SERVICES;

    private static final String FILLED =
            """
            SELECT count(*) > 0
              FROM pg_namespace
             WHERE nspname IN ('auth', 'users', 'orders', 'payments', 'inventory', 'products')
            """;

    private static final String TABLES =
            """
            SELECT string_agg(format('%I.%I', schemaname, tablename), ', ' ORDER BY schemaname, tablename)
              FROM pg_tables
             WHERE schemaname IN ('auth', 'users', 'orders', 'payments', 'inventory', 'products')
            """;

    private static final String WITHOUT_PASSWORD =
            """
            SELECT rolname
              FROM pg_authid
             WHERE rolname = ANY (?) AND rolpassword IS NULL
             ORDER BY rolname
             LIMIT 20
            """;

    private static final double SHARE_BEFORE_VACUUM = 0.8;

    /** Keys are made over filled tables; more memory for that, and the same data every time. */
    private static final String PREPARE =
            """
            SET LOCAL maintenance_work_mem = '64MB';
            SELECT setseed(0.42);
            CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
            """;

    private final LabAccess superuser;

    public SampleData(LabAccess superuser) {
        this.superuser = superuser;
    }

    /**
     * Makes the database and fills it, unless that was done before.
     *
     * @param progress told the share done, 0 to 1
     */
    public void fillIfMissing(DoubleConsumer progress) throws SQLException, InterruptedException {
        createDatabase();
        try (Connection connection =
                superuser.withDatabase(DATABASE).connect("howdah lab filling")) {
            if (isTrue(connection, FILLED)) {
                return;
            }
            connection.setAutoCommit(false);
            fill(connection, progress);
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, "VACUUM (ANALYZE) " + text(connection, TABLES));
            execute(connection, "SELECT pg_stat_statements_reset()");
        }
        progress.accept(1);
    }

    /** Gives services without a password this one; what is stored of it is in no statistics. */
    public void setMissingPasswords(Secret password) throws SQLException, InterruptedException {
        try (Connection connection = superuser.connect("howdah lab filling")) {
            execute(connection, "SET pg_stat_statements.track_utility = off");
            for (String service : withoutPassword(connection)) {
                connection
                        .unwrap(PGConnection.class)
                        .alterUserPassword(
                                service, password.reveal().toCharArray(), "scram-sha-256");
            }
        }
    }

    private static List<String> withoutPassword(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WITHOUT_PASSWORD)) {
            statement.setArray(1, connection.createArrayOf("text", SERVICES.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                List<String> names = new ArrayList<>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        }
    }

    private void createDatabase() throws SQLException, InterruptedException {
        try (Connection connection = superuser.connect("howdah lab filling")) {
            String present =
                    "SELECT count(*) > 0 FROM pg_database WHERE datname = '" + DATABASE + "'";
            if (!isTrue(connection, present)) {
                execute(connection, "CREATE DATABASE " + DATABASE);
            }
        }
    }

    private static void fill(Connection connection, DoubleConsumer progress)
            throws SQLException, InterruptedException {
        List<SampleSchema> schemas = SampleSchema.all();
        double allRows =
                schemas.stream()
                        .flatMap(schema -> schema.rows().stream())
                        .mapToInt(SampleSchema.Rows::count)
                        .sum();
        execute(connection, PREPARE);
        SampleRoles.create(connection);
        int done = 0;
        for (SampleSchema schema : schemas) {
            execute(
                    connection,
                    "CREATE SCHEMA %s AUTHORIZATION \"%s\"; SET LOCAL ROLE \"%s\"; %s"
                            .formatted(
                                    schema.name(),
                                    schema.owner(),
                                    schema.owner(),
                                    schema.tables()));
            for (SampleSchema.Rows rows : schema.rows()) {
                execute(connection, rows.insert());
                done += rows.count();
                progress.accept(SHARE_BEFORE_VACUUM * done / allRows);
            }
            execute(connection, schema.keys() + "RESET ROLE;");
        }
        SampleRoles.grant(connection);
    }

    private static void execute(Connection connection, String sql)
            throws SQLException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        return text(connection, question).equals("t");
    }

    private static String text(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
