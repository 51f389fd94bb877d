package dev.howdah.pg.roles.privilege;

import dev.howdah.pg.NamedObjects;
import dev.howdah.pg.SqlNames;
import java.util.List;
import java.util.stream.Collectors;

/** What privileges are granted on. */
public sealed interface Securable {

    /** Tables or sequences. */
    enum Kind {
        TABLE,
        SEQUENCE
    }

    /** As it stands behind ON. */
    String sql();

    /**
     * By what its way back knows it again.
     *
     * @param objects the tables or sequences that were met
     */
    default NamedObjects named(List<String> objects) {
        return switch (this) {
            case Objects some -> new NamedObjects().tables(some.schema(), objects);
            case AllIn all -> new NamedObjects().tables(all.schema(), objects);
            case Schema schema -> new NamedObjects().schema(schema.name());
            case Database database -> new NamedObjects().database(database.name());
        };
    }

    /**
     * Some tables, views or sequences of one schema.
     *
     * @param names at least one
     */
    record Objects(Kind kind, String schema, List<String> names) implements Securable {
        public Objects {
            names = List.copyOf(names);
        }

        @Override
        public String sql() {
            return kind
                    + " "
                    + names.stream()
                            .map(name -> SqlNames.quoted(schema, name))
                            .collect(Collectors.joining(", "));
        }
    }

    /** All that are in a schema now. */
    record AllIn(Kind kind, String schema) implements Securable {
        @Override
        public String sql() {
            return "ALL %sS IN SCHEMA %s".formatted(kind, SqlNames.quoted(schema));
        }
    }

    /** A schema itself. */
    record Schema(String name) implements Securable {
        @Override
        public String sql() {
            return "SCHEMA " + SqlNames.quoted(name);
        }
    }

    /** A database itself. */
    record Database(String name) implements Securable {
        @Override
        public String sql() {
            return "DATABASE " + SqlNames.quoted(name);
        }
    }
}
