package dev.howdah.pg.roles.newuser;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.roles.ArrayColumns;
import dev.howdah.pg.roles.newuser.NewUserFacts.Creator;
import dev.howdah.pg.roles.newuser.NewUserFacts.Database;
import dev.howdah.pg.roles.newuser.NewUserFacts.Relations;
import dev.howdah.pg.roles.newuser.NewUserFacts.Schema;
import dev.howdah.pg.roles.newuser.NewUserFacts.Server;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what we may grant in a database: its schemas, who owns and who may create tables there, and
 * what everybody has already. The server is asked for each right, nothing is guessed.
 */
public record NewUserFactsQuery(NewUser.Kind kind) implements Query<NewUserFacts> {
    /** More creators, databases or large objects are left out; what is missing is said. */
    public static final int LISTED = 500;

    /** A right is taken from PUBLIC and given to so many roles at the most. */
    public static final int REGRANTED = 1_000;

    /** So many tables are named in a sentence. */
    public static final int NAMED = 10;

    @Override
    public String name() {
        return "new user";
    }

    /** A statement of five thousand tables and two hundred roles takes about half of it. */
    @Override
    public Duration limit() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(NewUserFactsSql.text(kind, shape.atLeast(16)));
    }

    @Override
    public NewUserFacts read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<Schema> schemas = new ArrayList<>();
        rows.next();
        Server server = server(rows, shape);
        Database database = database(rows);
        do {
            if (rows.getString("schema") != null) {
                schemas.add(schema(rows));
            }
        } while (rows.next());
        return new NewUserFacts(server, database, schemas);
    }

    private static Server server(ResultSet row, ServerShape shape) throws SQLException {
        return new Server(
                shape.major(),
                shape.inRecovery(),
                shape.user(),
                shape.rights().superuser(),
                shape.rights().createsRoles(),
                shape.encoding(),
                row.getInt("scram_iterations"),
                row.getString("password_encryption").equals("md5"),
                row.getBoolean("large_objects_for_all"),
                ArrayColumns.texts(row, "open_databases"));
    }

    private static Database database(ResultSet row) throws SQLException {
        return new Database(
                row.getString("database_name"),
                row.getString("database_owner"),
                row.getBoolean("database_ours"),
                row.getBoolean("grants_connect"),
                row.getBoolean("grants_all"),
                row.getBoolean("public_connect"),
                row.getBoolean("public_temp"),
                ArrayColumns.texts(row, "temp_users"),
                row.getLong("large_objects"),
                ArrayColumns.numbers(row, "grantable_large_objects"),
                creators(row, "large_object_owners"));
    }

    private static Schema schema(ResultSet row) throws SQLException {
        return new Schema(
                row.getString("schema"),
                row.getString("schema_owner"),
                row.getBoolean("schema_ours"),
                row.getBoolean("grants_usage"),
                row.getBoolean("grants_create"),
                row.getBoolean("public_usage"),
                row.getBoolean("public_create"),
                ArrayColumns.texts(row, "public_creators"),
                relations(row, "tables"),
                relations(row, "sequences"),
                creators(row, "creators"),
                row.getLong("definer_functions"),
                row.getLong("row_secured"));
    }

    private static List<Creator> creators(ResultSet row, String column) throws SQLException {
        List<String> names = ArrayColumns.texts(row, column);
        List<Boolean> ours = ArrayColumns.truths(row, column + "_ours");
        List<Creator> creators = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            creators.add(new Creator(names.get(i), ours.get(i)));
        }
        return creators;
    }

    private static Relations relations(ResultSet row, String what) throws SQLException {
        return new Relations(
                row.getLong(what),
                row.getLong(what + "_refused"),
                ArrayColumns.texts(row, what + "_grantable"),
                ArrayColumns.texts(row, what + "_unreadable"),
                row.getLong(what + "_unreadable_count"));
    }
}
