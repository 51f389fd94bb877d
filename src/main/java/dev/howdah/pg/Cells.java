package dev.howdah.pg;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Cells of a row that may be NULL. */
public final class Cells {
    private Cells() {}

    public static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    public static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return Optional.ofNullable(moment).map(Timestamp::toInstant);
    }

    public static OptionalLong number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    public static Optional<Integer> integer(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    /** A difference of two positions that may be read in either order: never less than 0. */
    public static OptionalLong count(ResultSet row, String column) throws SQLException {
        OptionalLong number = number(row, column);
        return number.isPresent()
                ? OptionalLong.of(Math.max(0, number.getAsLong()))
                : OptionalLong.empty();
    }

    /** From milliseconds; a clock that differs between two hosts can make them less than 0. */
    public static Optional<Duration> millis(ResultSet row, String column) throws SQLException {
        double millis = row.getDouble(column);
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Math.round(Math.max(0, millis) * 1e6)));
    }
}
