package dev.howdah.pg.access;

import dev.howdah.pg.Privilege;
import java.util.ArrayList;
import java.util.List;

/**
 * A set of privileges in one number, because thousands of objects times hundreds of roles are
 * combined.
 *
 * @param bits one per {@link Privilege}
 */
public record Privileges(int bits) {
    public static final Privileges NONE = new Privileges(0);

    public static Privileges of(Privilege... privileges) {
        int bits = 0;
        for (Privilege privilege : privileges) {
            bits |= privilege.bit();
        }
        return new Privileges(bits);
    }

    public boolean contains(Privilege privilege) {
        return (bits & privilege.bit()) != 0;
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    public Privileges and(Privileges others) {
        return others.bits == 0 ? this : new Privileges(bits | others.bits);
    }

    public Privileges without(Privileges others) {
        return new Privileges(bits & ~others.bits);
    }

    public Privileges within(Privileges others) {
        return new Privileges(bits & others.bits);
    }

    /** In the order in which they are declared. */
    public List<Privilege> list() {
        List<Privilege> list = new ArrayList<>();
        for (Privilege privilege : Privilege.values()) {
            if (contains(privilege)) {
                list.add(privilege);
            }
        }
        return list;
    }

    @Override
    public String toString() {
        return list().toString();
    }
}
