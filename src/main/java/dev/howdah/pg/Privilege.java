package dev.howdah.pg;

import java.util.Optional;

/** A right that an ACL can give, by its SQL name. Source: aclexplode(), privilege_type. */
public enum Privilege {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    TRUNCATE,
    REFERENCES,
    TRIGGER,
    /** From 17 on. */
    MAINTAIN,
    USAGE,
    CREATE,
    CONNECT,
    TEMPORARY,
    EXECUTE;

    /** The major that knew MAINTAIN first. */
    public static final int MAINTAIN_SINCE = 17;

    private static final Privilege[] ALL = values();

    /** Empty for a right that a newer server has and we don't know. */
    public static Optional<Privilege> named(String name) {
        for (Privilege privilege : ALL) {
            if (privilege.name().equals(name)) {
                return Optional.of(privilege);
            }
        }
        return Optional.empty();
    }
}
