package dev.howdah.pg.access;

import java.util.List;
import java.util.Optional;

/** What ALTER DEFAULT PRIVILEGES … ON tells apart. */
public enum DefaultsKind {
    /** Tables, views, materialized views and foreign tables alike. */
    TABLES("r", ObjectKind.TABLE),
    SEQUENCES("S", ObjectKind.SEQUENCE),
    ROUTINES("f", ObjectKind.ROUTINE),
    /** Types and domains. */
    TYPES("T", ObjectKind.TYPE),
    /** Can't be set for one schema. */
    SCHEMAS("n", ObjectKind.SCHEMA);

    /** Those that stand in a schema. */
    public static final List<DefaultsKind> IN_SCHEMAS = List.of(TABLES, SEQUENCES, ROUTINES, TYPES);

    private final String code;
    private final ObjectKind example;

    DefaultsKind(String code, ObjectKind example) {
        this.code = code;
        this.example = example;
    }

    /** The kind whose new objects get these defaults, the plainest where there are several. */
    public ObjectKind objectKind() {
        return example;
    }

    /** Empty for what is not read, like large objects (18). */
    static Optional<DefaultsKind> coded(String code) {
        for (DefaultsKind kind : values()) {
            if (kind.code.equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
