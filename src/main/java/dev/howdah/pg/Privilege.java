package dev.howdah.pg;

import java.util.Optional;

/** A right that an ACL can give, by its SQL name. Source: aclexplode(), privilege_type. */
public enum Privilege {
    SELECT(0),
    INSERT(1),
    UPDATE(2),
    DELETE(3),
    TRUNCATE(4),
    REFERENCES(5),
    TRIGGER(6),
    /** From 17 on. */
    MAINTAIN(7),
    USAGE(8),
    CREATE(9),
    CONNECT(10),
    TEMPORARY(11),
    EXECUTE(12);

    /** The major that knew MAINTAIN first. */
    public static final int MAINTAIN_SINCE = 17;

    private static final Privilege[] ALL = values();

    private final int bit;

    Privilege(int position) {
        this.bit = 1 << position;
    }

    /** Empty for a right that a newer server has and we don't know. */
    public static Optional<Privilege> named(String name) {
        for (Privilege privilege : ALL) {
            if (privilege.name().equals(name)) {
                return Optional.of(privilege);
            }
        }
        return Optional.empty();
    }

    /** Its place in a set that is one number. */
    public int bit() {
        return bit;
    }
}
