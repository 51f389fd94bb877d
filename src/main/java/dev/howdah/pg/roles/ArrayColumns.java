package dev.howdah.pg.roles;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Reads the array columns of our queries; NULL is an empty array. */
public final class ArrayColumns {
    private ArrayColumns() {}

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return elements(row, column).map(String.class::cast).toList();
    }

    public static List<Long> numbers(ResultSet row, String column) throws SQLException {
        return elements(row, column).map(Long.class::cast).toList();
    }

    public static List<Boolean> truths(ResultSet row, String column) throws SQLException {
        return elements(row, column).map(Boolean.class::cast).toList();
    }

    private static Stream<Object> elements(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? Stream.empty() : Stream.of((Object[]) array.getArray());
    }
}
