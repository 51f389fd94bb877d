package dev.howdah.pg.restore;

import dev.howdah.pg.SqlNames;

/** A table by its schema and its own name. */
public record TableName(String schema, String name) {

    /** For a statement. */
    public String quoted() {
        return SqlNames.quoted(schema, name);
    }

    /** For people. */
    @Override
    public String toString() {
        return schema + "." + name;
    }
}
