package dev.howdah.pg.restore;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Counts the rows of a table, which reads all of it. */
public record RowCountQuery(TableName table) implements Query<Long> {
    @Override
    public String name() {
        return "row-count";
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(60);
    }

    @Override
    public String neededGrant() {
        return "SELECT";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of("SELECT count(*) AS row_count FROM " + table.quoted());
    }

    @Override
    public Long read(ResultSet rows, ServerShape shape, Instant takenAt) throws SQLException {
        rows.next();
        return rows.getLong("row_count");
    }
}
