package dev.howdah.pg.roles;

import dev.howdah.pg.ProviderRoles;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The roles of a server, as everybody may see them.
 *
 * @param roles the server's own first, each kind by name; at most {@link RolesQuery#LIMIT}
 * @param total how many roles there are, with those that were not read
 * @param asker whom we are logged in as
 * @param serverTime by the server's clock, against which an expiry counts
 */
public record RolesSnapshot(List<Role> roles, long total, Asker asker, Instant serverTime) {
    public RolesSnapshot {
        roles = List.copyOf(roles);
    }

    /** Whom we are logged in as. */
    public String currentUser() {
        return asker.name();
    }

    /** Whether a membership has options of its own (INHERIT and SET, from 16 on). */
    public boolean membershipOptions() {
        return asker.major() >= 16;
    }

    /** What we may do to this role, and why not. */
    public RoleRights rights(Role role) {
        return RoleRights.of(asker, role);
    }

    /**
     * Whether we may set the default privileges of this role: until 15 as its member, from 16 on
     * only with its rights, which a membership without INHERIT does not give. Source: tried on each
     * version; no page of the documentation tells the two apart.
     */
    public boolean maySetDefaultsOf(String owner) {
        if (asker.attributes().superuser() || asker.name().equals(owner)) {
            return true;
        }
        Map<String, Role> byName =
                roles.stream().collect(Collectors.toMap(Role::name, Function.identity()));
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(asker.name()));
        while (!open.isEmpty()) {
            Role role = byName.get(open.remove());
            if (role != null && reached.add(role.name())) {
                role.memberOf().stream()
                        .filter(to -> asker.major() < 16 || to.inherits())
                        .forEach(to -> open.add(to.group()));
            }
        }
        return reached.contains(owner);
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
     * The role we are logged in as, as far as its rights over others depend on it.
     *
     * @param major of the server, because the rules changed with 16
     * @param encoding of the database we are in, by PostgreSQL's name: it decides about new names
     * @param inRecovery whether the server is a standby, on which nothing can be changed
     */
    public record Asker(
            String name, int major, String encoding, boolean inRecovery, Attributes attributes) {}

    /** How the password is kept, which decides the kinds of login that work. */
    public enum Hash {
        SCRAM,
        /** Weak, and refused by newer servers one day. */
        MD5,
        /** No password: no login with one. */
        NONE,
        /** Only a superuser may see it. */
        HIDDEN
    }

    /**
     * One role.
     *
     * @param administered whether we hold ADMIN OPTION on it, directly or through a role we are in;
     *     from 16 on nothing can be changed without it. A superuser needs none
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
            boolean administered,
            Hash hash,
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

        /** Whether it was made by initdb: the server needs it. Source: BOOTSTRAP_SUPERUSERID. */
        public boolean bootstrap() {
            return oid == 10;
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
