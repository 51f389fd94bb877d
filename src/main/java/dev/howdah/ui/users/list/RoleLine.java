package dev.howdah.ui.users.list;

import dev.howdah.pg.roles.RolesSnapshot.Kind;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.ui.users.proof.RoleProof;
import dev.howdah.ui.users.role.Expiry;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** A line of the table of roles: the heading of a kind, or a role under it. */
public sealed interface RoleLine {
    Kind kind();

    /** What the line is, whatever else changes about it. */
    Object key();

    /**
     * The heading of a kind.
     *
     * @param matching roles of the kind that search and filters let through
     * @param open whether its roles are listed
     */
    public record Heading(Kind kind, int matching, boolean open) implements RoleLine {
        @Override
        public Object key() {
            return kind;
        }
    }

    /**
     * A role.
     *
     * @param you whether we are logged in as it
     * @param proof what its proof of access says; empty when nobody has proven it
     */
    public record Entry(
            Role role, Kind kind, Expiry expiry, boolean you, Optional<RoleProof.Mark> proof)
            implements RoleLine {
        @Override
        public Object key() {
            return role.oid();
        }
    }

    /** Compares roles; headings are never compared with each other by a column. */
    static <C extends Comparable<? super C>> Comparator<RoleLine> by(Function<Entry, C> value) {
        return (one, other) ->
                one instanceof Entry first && other instanceof Entry second
                        ? value.apply(first).compareTo(value.apply(second))
                        : 0;
    }
}
