package dev.howdah.pg.roles;

import dev.howdah.pg.roles.RolesSnapshot.Asker;
import dev.howdah.pg.roles.RolesSnapshot.Attributes;
import dev.howdah.pg.roles.RolesSnapshot.Hash;
import dev.howdah.pg.roles.RolesSnapshot.Membership;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.RolesSnapshot.Setting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Roles made up for tests. */
public final class SomeRoles {
    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private SomeRoles() {}

    /** A login without anything special. */
    public static Role login(long oid, String name) {
        return new Role(
                oid,
                name,
                new Attributes(true, false, true, false, false, false, false),
                true,
                Hash.SCRAM,
                -1,
                0,
                Optional.empty(),
                List.of(),
                List.of(),
                "");
    }

    public static Role group(long oid, String name) {
        return with(
                login(oid, name), new Attributes(false, false, true, false, false, false, false));
    }

    public static Role superuser(long oid, String name) {
        return with(login(oid, name), new Attributes(true, true, true, true, true, true, true));
    }

    public static Role with(Role role, Attributes attributes) {
        Parts parts = new Parts(role);
        parts.attributes = attributes;
        return parts.role();
    }

    public static Role hashed(Role role, Hash hash) {
        Parts parts = new Parts(role);
        parts.hash = hash;
        return parts.role();
    }

    public static Role using(Role role, int sessions, int limit) {
        Parts parts = new Parts(role);
        parts.connectionLimit = limit;
        parts.sessions = sessions;
        return parts.role();
    }

    public static Role until(Role role, Instant validUntil) {
        Parts parts = new Parts(role);
        parts.validUntil = Optional.of(validUntil);
        return parts.role();
    }

    public static Role set(Role role, String comment, Setting... settings) {
        Parts parts = new Parts(role);
        parts.settings = List.of(settings);
        parts.comment = comment;
        return parts.role();
    }

    /** A plain member of these. */
    public static Role in(Role role, Role... groups) {
        List<Membership> memberOf = new ArrayList<>(role.memberOf());
        for (Role group : groups) {
            memberOf.add(new Membership(group.oid(), group.name(), false, true, true));
        }
        return in(role, memberOf);
    }

    public static Role in(Role role, List<Membership> memberOf) {
        Parts parts = new Parts(role);
        parts.memberOf = memberOf;
        return parts.role();
    }

    /** Read at {@link #NOW}, all of them, by the role "postgres". */
    public static RolesSnapshot snapshot(Role... roles) {
        return snapshot(List.of(roles), roles.length, "postgres", NOW);
    }

    /** Read from a server of version 18 by a superuser of this name. */
    public static RolesSnapshot snapshot(
            List<Role> roles, long total, String asker, Instant serverTime) {
        return new RolesSnapshot(roles, total, superuserNamed(asker), serverTime);
    }

    /** On version 18. */
    public static Asker superuserNamed(String name) {
        return new Asker(
                name, 18, "UTF8", false, new Attributes(true, true, true, true, true, true, true));
    }

    /** May create roles and is nothing else, as on a managed server. */
    public static Asker administratorOn(int major) {
        return new Asker(
                "admin",
                major,
                "UTF8",
                false,
                new Attributes(true, false, true, true, true, false, false));
    }

    public static Role notAdministered(Role role) {
        Parts parts = new Parts(role);
        parts.administered = false;
        return parts.role();
    }

    /** A server of a small company: people, services, groups, predefined and provider roles. */
    public static RolesSnapshot company() {
        Role monitor = group(20, "pg_monitor");
        Role readAll = group(21, "pg_read_all_data");
        Role stats = group(22, "pg_read_all_stats");
        Role reporting = in(set(group(30, "reporting"), "reads all, writes nothing"), readAll);
        Role services = group(31, "services");
        Attributes creator = new Attributes(true, false, true, true, true, false, false);
        return snapshot(
                using(superuser(10, "postgres"), 1, -1),
                in(
                        with(using(login(40, "dba_meier"), 2, -1), creator),
                        List.of(
                                new Membership(20, "pg_monitor", true, true, true),
                                new Membership(30, "reporting", true, false, true))),
                in(
                        set(
                                until(
                                        using(login(41, "analyst01"), 2, 5),
                                        Instant.parse("2027-01-01T00:00:00Z")),
                                "Anna, controlling",
                                new Setting("", "search_path", "reporting, public"),
                                new Setting("", "statement_timeout", "5min"),
                                new Setting("shop", "work_mem", "64MB")),
                        reporting),
                in(until(login(42, "analyst02"), NOW.plusSeconds(6 * 86_400)), reporting),
                in(until(login(43, "contractor"), NOW.minusSeconds(40 * 86_400)), reporting),
                in(using(login(44, "auth_service"), 4, 20), services),
                in(using(login(45, "orders_service"), 20, 20), services),
                in(using(login(46, "payments_service"), 3, 20), services),
                login(47, "we\"ird\nname; DROP"),
                reporting,
                services,
                group(60, "rds_superuser"),
                superuser(61, "rdsadmin"),
                in(monitor, stats),
                readAll,
                stats);
    }

    /** A role taken apart, so that one part of it can be another. */
    private static final class Parts {
        private final long oid;
        private final String name;
        private Attributes attributes;
        private boolean administered;
        private Hash hash;
        private int connectionLimit;
        private int sessions;
        private Optional<Instant> validUntil;
        private List<Membership> memberOf;
        private List<Setting> settings;
        private String comment;

        Parts(Role role) {
            oid = role.oid();
            name = role.name();
            attributes = role.attributes();
            administered = role.administered();
            hash = role.hash();
            connectionLimit = role.connectionLimit();
            sessions = role.sessions();
            validUntil = role.validUntil();
            memberOf = role.memberOf();
            settings = role.settings();
            comment = role.comment();
        }

        Role role() {
            return new Role(
                    oid,
                    name,
                    attributes,
                    administered,
                    hash,
                    connectionLimit,
                    sessions,
                    validUntil,
                    memberOf,
                    settings,
                    comment);
        }
    }
}
