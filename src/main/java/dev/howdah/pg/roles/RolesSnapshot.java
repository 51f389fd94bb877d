package dev.howdah.pg.roles;

import dev.howdah.pg.ProviderRoles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The roles of a server, as everybody may see them.
 *
 * @param roles the server's own first, each kind by name; at most {@link RolesQuery#LIMIT}
 * @param total how many roles there are, with those that were not read
 * @param currentUser whom we are logged in as
 * @param serverTime by the server's clock, against which an expiry counts
 * @param membershipOptions whether a membership has options of its own (INHERIT and SET, from 16
 *     on)
 */
public record RolesSnapshot(
        List<Role> roles,
        long total,
        String currentUser,
        Instant serverTime,
        boolean membershipOptions) {
    public RolesSnapshot {
        roles = List.copyOf(roles);
    }

    /** Roles beyond the limit, 0 or more. */
    public long notRead() {
        return total - roles.size();
    }

    /** What a role is for, as far as its attributes and its name tell. */
    public enum Kind {
        /** A login that is superuser or may create roles. */
        ADMINISTRATOR,
        /** Any other login. */
        LOGIN,
        /** Can't log in: it lends its rights to its members. */
        GROUP,
        /** Belongs to the hosting provider. */
        PROVIDER,
        /** Comes with PostgreSQL (pg_…). */
        PREDEFINED
    }

    /**
     * One role.
     *
     * @param connectionLimit -1 for none
     * @param sessions client sessions it has at this moment
     * @param validUntil when its password expires; empty without VALID UNTIL, Instant.MAX for
     *     infinity, Instant.MIN for -infinity
     * @param memberOf the roles it is a direct member of, by name
     * @param settings those of the role (ALTER ROLE … SET), by database and name
     * @param comment empty without COMMENT ON ROLE
     */
    public record Role(
            long oid,
            String name,
            Attributes attributes,
            int connectionLimit,
            int sessions,
            Optional<Instant> validUntil,
            List<Membership> memberOf,
            List<Setting> settings,
            String comment) {
        /** Names that begin so are reserved: nobody can create such a role. */
        private static final String RESERVED_PREFIX = "pg_";

        public Role {
            memberOf = List.copyOf(memberOf);
            settings = List.copyOf(settings);
        }

        public Kind kind() {
            if (name.startsWith(RESERVED_PREFIX)) {
                return Kind.PREDEFINED;
            }
            if (provider().isPresent() && !ProviderRoles.isHandedOver(name)) {
                return Kind.PROVIDER;
            }
            if (!attributes.login()) {
                return Kind.GROUP;
            }
            return attributes.superuser() || attributes.createRole()
                    ? Kind.ADMINISTRATOR
                    : Kind.LOGIN;
        }

        /** The provider that makes a role of this name. */
        public Optional<String> provider() {
            return ProviderRoles.providerOf(name);
        }

        /** The moment its password stops working; empty when it never does. */
        public Optional<Instant> expiry() {
            return validUntil.filter(moment -> !moment.equals(Instant.MAX));
        }
    }

    /** What CREATE ROLE said. A superuser needs none of the others. */
    public record Attributes(
            boolean login,
            boolean superuser,
            boolean inherit,
            boolean createRole,
            boolean createDatabase,
            boolean replication,
            boolean bypassRls) {}

    /**
     * A role's membership in a group, whoever granted it.
     *
     * @param admin may grant the membership to others
     * @param inherits has the group's rights without SET ROLE; before 16 the member's own INHERIT
     * @param sets may SET ROLE to the group; always before 16
     */
    public record Membership(
            long groupOid, String group, boolean admin, boolean inherits, boolean sets) {}

    /**
     * A parameter that is set when the role logs in.
     *
     * @param database empty for every database
     */
    public record Setting(String database, String name, String value) {}
}
