package dev.howdah.pg;

import java.util.List;
import java.util.Optional;

/** What ALTER DEFAULT PRIVILEGES … ON tells apart, in the order of its page. */
public enum DefaultsKind {
    /** Tables, views, materialized views and foreign tables alike. */
    TABLES("r"),
    SEQUENCES("S"),
    ROUTINES("f"),
    /** Types and domains. */
    TYPES("T"),
    /** Can't be set for one schema. */
    SCHEMAS("n"),
    /** From 18 on; can't be set for one schema. */
    LARGE_OBJECTS("L");

    /** Those that stand in a schema. */
    public static final List<DefaultsKind> IN_SCHEMAS = List.of(TABLES, SEQUENCES, ROUTINES, TYPES);

    /** The major that knew LARGE OBJECTS first. */
    private static final int LARGE_OBJECTS_SINCE = 18;

    private final String code;

    DefaultsKind(String code) {
        this.code = code;
    }

    /** As it stands behind ON. */
    public String sql() {
        return name().replace('_', ' ');
    }

    /** Those that a server of this major knows. */
    public static List<DefaultsKind> of(int major) {
        List<DefaultsKind> all = List.of(values());
        return major >= LARGE_OBJECTS_SINCE ? all : all.subList(0, all.indexOf(LARGE_OBJECTS));
    }

    /**
     * Empty for what a newer server has and we don't know.
     *
     * @param code by pg_default_acl.defaclobjtype
     */
    public static Optional<DefaultsKind> coded(String code) {
        for (DefaultsKind kind : values()) {
            if (kind.code.equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
