package dev.howdah.pg;

import java.util.List;

/**
 * One statement and the values bound to its {@code ?} placeholders in order: Integer, Long, Double,
 * Boolean, String, or arrays of Integer, Long and String.
 */
public record Sql(String text, List<Object> values) {
    public Sql {
        text = text.strip();
        values = List.copyOf(values);
    }

    public static Sql of(String text, Object... values) {
        return new Sql(text, List.of(values));
    }
}
