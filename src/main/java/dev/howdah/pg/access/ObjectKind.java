package dev.howdah.pg.access;

import static dev.howdah.pg.Privilege.CONNECT;
import static dev.howdah.pg.Privilege.CREATE;
import static dev.howdah.pg.Privilege.DELETE;
import static dev.howdah.pg.Privilege.EXECUTE;
import static dev.howdah.pg.Privilege.INSERT;
import static dev.howdah.pg.Privilege.MAINTAIN;
import static dev.howdah.pg.Privilege.REFERENCES;
import static dev.howdah.pg.Privilege.SELECT;
import static dev.howdah.pg.Privilege.TEMPORARY;
import static dev.howdah.pg.Privilege.TRIGGER;
import static dev.howdah.pg.Privilege.TRUNCATE;
import static dev.howdah.pg.Privilege.UPDATE;
import static dev.howdah.pg.Privilege.USAGE;

import dev.howdah.pg.DefaultsKind;
import dev.howdah.pg.Privilege;
import java.util.List;
import java.util.Optional;

/** What kinds of objects have an ACL, as far as the console shows them. */
public enum ObjectKind {
    DATABASE(Privileges.of(CREATE, CONNECT, TEMPORARY)),
    SCHEMA(Privileges.of(USAGE, CREATE)),
    /** Ordinary or partitioned; a partition is a table as well. */
    TABLE(Sets.RELATION),
    VIEW(Sets.RELATION),
    MATERIALIZED_VIEW(Sets.RELATION),
    FOREIGN_TABLE(Sets.RELATION),
    SEQUENCE(Privileges.of(SELECT, UPDATE, USAGE)),
    /** Function, procedure, aggregate or window function. */
    ROUTINE(Privileges.of(EXECUTE)),
    /** Base, composite, enum or range; no row types, arrays and multiranges. */
    TYPE(Privileges.of(USAGE)),
    DOMAIN(Privileges.of(USAGE));

    /** Those that stand in a schema, in the order in which a matrix lists them. */
    public static final List<ObjectKind> IN_SCHEMAS =
            List.of(TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, SEQUENCE, ROUTINE, TYPE, DOMAIN);

    private final int privilegeBits;

    ObjectKind(Privileges privileges) {
        this.privilegeBits = privileges.bits();
    }

    /** All that an ACL on such an object can give on a server of this major. */
    public Privileges privileges(int major) {
        Privileges privileges = new Privileges(privilegeBits);
        return major >= Privilege.MAINTAIN_SINCE
                ? privileges
                : privileges.without(Privileges.of(MAINTAIN));
    }

    /** The default privileges that a new object of this kind, standing in a schema, gets. */
    public DefaultsKind defaults() {
        return switch (this) {
            case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> DefaultsKind.TABLES;
            case SEQUENCE -> DefaultsKind.SEQUENCES;
            case ROUTINE -> DefaultsKind.ROUTINES;
            case TYPE, DOMAIN -> DefaultsKind.TYPES;
            case SCHEMA -> DefaultsKind.SCHEMAS;
            case DATABASE -> throw new IllegalStateException("a database has no defaults");
        };
    }

    /**
     * The kind whose new objects get these defaults, the plainest where there are several; empty
     * for large objects, which the console doesn't list.
     */
    public static Optional<ObjectKind> of(DefaultsKind defaults) {
        return switch (defaults) {
            case TABLES -> Optional.of(TABLE);
            case SEQUENCES -> Optional.of(SEQUENCE);
            case ROUTINES -> Optional.of(ROUTINE);
            case TYPES -> Optional.of(TYPE);
            case SCHEMAS -> Optional.of(SCHEMA);
            case LARGE_OBJECTS -> Optional.empty();
        };
    }

    /** All that these defaults can give on a server of this major. */
    public static Privileges privileges(DefaultsKind defaults, int major) {
        return of(defaults)
                .map(kind -> kind.privileges(major))
                .orElseGet(() -> Privileges.of(SELECT, UPDATE));
    }

    /** Whether it is a row of pg_class that is read and written with table privileges. */
    public boolean isRelation() {
        return privilegeBits == Sets.RELATION.bits();
    }

    private static final class Sets {
        static final Privileges RELATION =
                Privileges.of(
                        SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER, MAINTAIN);
    }
}
