package dev.howdah.pg.roles.password;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** How many iterations the server would use for a SCRAM verifier, which is 4096 before 16. */
public record ScramIterationsQuery() implements Query<Integer> {
    private static final String SQL =
            """
            SELECT coalesce(current_setting('scram_iterations', true), '4096')::int
                       AS scram_iterations
            """;

    @Override
    public String name() {
        return "SCRAM iterations";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL);
    }

    @Override
    public Integer read(ResultSet rows, ServerShape shape, Instant takenAt) throws SQLException {
        rows.next();
        return rows.getInt("scram_iterations");
    }
}
