package dev.howdah.pg;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;

/** Binds the values of an {@link Sql} by their type. */
final class SqlValues {
    private SqlValues() {}

    /**
     * @param first index of the first placeholder, from 1
     * @return the index after the last one
     */
    static int bind(
            Connection connection, PreparedStatement statement, int first, List<Object> values)
            throws SQLException {
        int index = first;
        for (Object value : values) {
            set(connection, statement, index++, value);
        }
        return index;
    }

    private static void set(
            Connection connection, PreparedStatement statement, int index, Object value)
            throws SQLException {
        switch (value) {
            case Integer number -> statement.setInt(index, number);
            case Long number -> statement.setLong(index, number);
            case Double number -> statement.setDouble(index, number);
            case Boolean truth -> statement.setBoolean(index, truth);
            case String text -> statement.setString(index, text);
            case Integer[] numbers -> statement.setArray(index, array(connection, "int4", numbers));
            case Long[] numbers -> statement.setArray(index, array(connection, "int8", numbers));
            case String[] texts -> statement.setArray(index, array(connection, "text", texts));
            default -> throw new SQLFeatureNotSupportedException(value.getClass().getName());
        }
    }

    private static Array array(Connection connection, String type, Object[] values)
            throws SQLException {
        return connection.createArrayOf(type, values);
    }
}
