package dev.howdah.pg.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.Visitor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody may see the roles, and sees them right. */
class RolesQueryTest {
    private final List<Runnable> cleanUp = new ArrayList<>();

    @AfterEach
    void leaveTheServerAsItWas() {
        cleanUp.reversed().forEach(Runnable::run);
    }

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void listsAttributesMembershipsAndSettingsForEverybody(int major) throws Exception {
        TestServer server = TestServer.of(major);
        roles(server, "rq_ann", "rq_bob", "rq_reporting");
        server.run(
                "ALTER ROLE rq_ann LOGIN CREATEROLE CREATEDB NOINHERIT CONNECTION LIMIT 5"
                        + " PASSWORD 'rq' VALID UNTIL '2027-01-01 00:00:00+00'",
                "ALTER ROLE rq_bob SUPERUSER REPLICATION BYPASSRLS VALID UNTIL 'infinity'",
                "ALTER ROLE rq_reporting VALID UNTIL '-infinity'",
                "GRANT rq_reporting TO rq_ann WITH ADMIN OPTION",
                "GRANT pg_monitor TO rq_reporting",
                "ALTER ROLE rq_ann SET search_path = 'a b', c",
                "ALTER ROLE rq_ann IN DATABASE postgres SET work_mem = '64MB'",
                "COMMENT ON ROLE rq_ann IS 'ann''s login'");
        // before 16 the member's NOINHERIT counts, from 16 on what it was at the time of the GRANT
        List<String> expected =
                List.of(
                        "rq_ann ADMINISTRATOR [login, createRole, createDatabase] limit 5 sessions 1"
                                + " until 2027-01-01T00:00:00Z in [rq_reporting+admin+set]"
                                + " settings [=search_path=\"a b\", c, postgres=work_mem=64MB]"
                                + " comment ann's login",
                        "rq_bob GROUP [superuser, inherit, replication, bypassRls] limit -1"
                                + " sessions 0 until +1000000000-12-31T23:59:59.999999999Z in []"
                                + " settings [] comment ",
                        "rq_reporting GROUP [inherit] limit -1 sessions 0"
                                + " until -1000000000-01-01T00:00:00Z in [pg_monitor+inherit+set]"
                                + " settings [] comment ");

        try (Connection _ = server.connect("postgres", "rq_ann", "rq")) {
            for (Visitor.Rights rights : Visitor.Rights.values()) {
                assertEquals(expected, described(ask(server, rights)), rights.name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void marksPredefinedAndProviderRolesAndCountsAll(int major) throws Exception {
        TestServer server = TestServer.of(major);
        roles(server, "rds_superuser", "doadmin", "rq_app");
        server.run("ALTER ROLE doadmin LOGIN CREATEROLE", "ALTER ROLE rq_app LOGIN");

        RolesSnapshot snapshot = ask(server, Visitor.Rights.PLAIN);

        assertEquals(
                List.of(
                        "doadmin ADMINISTRATOR DigitalOcean",
                        "pg_monitor PREDEFINED ",
                        "rds_superuser PROVIDER Amazon RDS",
                        "rq_app LOGIN "),
                snapshot.roles().stream()
                        .filter(r ->
                                r.provider().isPresent()
                                        || List.of("rq_app", "pg_monitor").contains(r.name()))
                        .map(r -> r.name() + " " + r.kind() + " " + r.provider().orElse(""))
                        .sorted()
                        .toList());
        assertEquals(snapshot.roles().size(), snapshot.total());
        assertEquals(0, snapshot.notRead());
        assertEquals("visitor_plain", snapshot.currentUser());
        assertEquals(major >= 16, snapshot.membershipOptions());
        assertTrue(snapshot.roles().getLast().name().startsWith("pg_"), "predefined ones are last");
    }

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void listsHostileNamesAsTheyAre(int major) throws Exception {
        TestServer server = TestServer.of(major);
        List<String> names =
                List.of(
                        "rq_\n\tlines",
                        "rq_\"double\" 'single'",
                        "rq_$$; DROP ROLE postgres; --",
                        "rq_{a,b}\\n",
                        "rq_\u202Ereversed",
                        "rq_é".concat("é".repeat(29)));
        roles(server, names.toArray(String[]::new));
        for (String name : names.subList(1, names.size())) {
            server.run(
                    "GRANT " + SqlNames.quoted(names.getFirst()) + " TO " + SqlNames.quoted(name));
        }

        List<Role> seen = ours(ask(server, Visitor.Rights.PLAIN));

        assertEquals(names.stream().sorted().toList(), sortedNames(seen));
        for (Role role : seen) {
            assertEquals(
                    role.name().equals(names.getFirst()) ? List.of() : List.of(names.getFirst()),
                    role.memberOf().stream().map(RolesSnapshot.Membership::group).toList());
        }
    }

    @Test
    void knowsAMembershipsOwnOptionsFrom16On() throws Exception {
        TestServer server = TestServer.of(16);
        roles(server, "rq_ann", "rq_group", "rq_other");
        server.run(
                "GRANT rq_group TO rq_ann WITH INHERIT FALSE, SET TRUE",
                "GRANT rq_other TO rq_ann WITH INHERIT TRUE, SET FALSE");

        Role ann = ours(ask(server, Visitor.Rights.PLAIN)).getFirst();

        assertEquals(
                List.of("rq_group+set", "rq_other+inherit"),
                ann.memberOf().stream().map(RolesQueryTest::described).toList());
    }

    @Test
    void anExpiryIsAMomentOrNone() throws Exception {
        TestServer server = TestServer.newest();
        roles(server, "rq_a", "rq_b", "rq_c");
        server.run(
                "ALTER ROLE rq_a VALID UNTIL 'infinity'",
                "ALTER ROLE rq_b VALID UNTIL '2020-02-29 12:00:00+00'");

        List<Role> seen = ours(ask(server, Visitor.Rights.PLAIN));

        assertTrue(seen.get(0).expiry().isEmpty());
        assertEquals(Instant.parse("2020-02-29T12:00:00Z"), seen.get(1).expiry().orElseThrow());
        assertFalse(seen.get(2).validUntil().isPresent());
    }

    private void roles(TestServer server, String... names) throws SQLException {
        for (String name : names) {
            String quoted = SqlNames.quoted(name);
            server.run("DROP ROLE IF EXISTS " + quoted, "CREATE ROLE " + quoted);
            cleanUp.add(() -> {
                try {
                    server.run("DROP ROLE " + quoted);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private static RolesSnapshot ask(TestServer server, Visitor.Rights rights)
            throws SQLException, ProblemException {
        try (Visitor visitor = Visitor.with(rights, server)) {
            return visitor.ask(new RolesQuery());
        }
    }

    private static List<Role> ours(RolesSnapshot snapshot) {
        return snapshot.roles().stream().filter(r -> r.name().startsWith("rq_")).toList();
    }

    private static List<String> sortedNames(List<Role> roles) {
        return roles.stream().map(Role::name).sorted().toList();
    }

    private static List<String> described(RolesSnapshot snapshot) {
        return ours(snapshot).stream().map(RolesQueryTest::described).toList();
    }

    private static String described(Role role) {
        RolesSnapshot.Attributes a = role.attributes();
        List<String> attributes = new ArrayList<>();
        add(attributes, a.login(), "login");
        add(attributes, a.superuser(), "superuser");
        add(attributes, a.inherit(), "inherit");
        add(attributes, a.createRole(), "createRole");
        add(attributes, a.createDatabase(), "createDatabase");
        add(attributes, a.replication(), "replication");
        add(attributes, a.bypassRls(), "bypassRls");
        return "%s %s %s limit %d sessions %d until %s in %s settings %s comment %s"
                .formatted(
                        role.name(),
                        role.kind(),
                        attributes,
                        role.connectionLimit(),
                        role.sessions(),
                        role.validUntil().map(Instant::toString).orElse("-"),
                        role.memberOf().stream()
                                .map(RolesQueryTest::described)
                                .collect(Collectors.toList()),
                        role.settings().stream()
                                .map(s -> s.database() + "=" + s.name() + "=" + s.value())
                                .toList(),
                        role.comment());
    }

    private static String described(RolesSnapshot.Membership m) {
        return m.group()
                + (m.admin() ? "+admin" : "")
                + (m.inherits() ? "+inherit" : "")
                + (m.sets() ? "+set" : "");
    }

    private static void add(List<String> to, boolean isSo, String word) {
        if (isSo) {
            to.add(word);
        }
    }
}
