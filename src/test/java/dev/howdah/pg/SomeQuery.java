package dev.howdah.pg;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A query made up by a test; its snapshot is the first column as texts. */
record SomeQuery(String name, String text, Duration limit) implements Query<List<String>> {

    static SomeQuery of(String text) {
        return new SomeQuery("some", text, Query.USUAL_LIMIT);
    }

    SomeQuery named(String newName) {
        return new SomeQuery(newName, text, limit);
    }

    SomeQuery within(Duration newLimit) {
        return new SomeQuery(name, text, newLimit);
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(text);
    }

    @Override
    public List<String> read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<String> texts = new ArrayList<>();
        while (rows.next()) {
            texts.add(rows.getString(1));
        }
        return texts;
    }
}
