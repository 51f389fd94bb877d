package dev.howdah.pg.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.pg.roles.RoleRights.Obstacle;
import dev.howdah.pg.roles.RolesSnapshot.Hash;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.password.ScramVerifier;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we call possible is what the server lets us do, on every version. */
class RoleRightsTest {
    private static final List<String> ROLES =
            List.of("rr_plain", "rr_group", "rr_super", "rr_repl", "rr_other");

    private static final Map<RoleAct, String> DEEDS = new EnumMap<>(RoleAct.class);

    static {
        DEEDS.put(RoleAct.PASSWORD, "ALTER ROLE %s PASSWORD NULL");
        DEEDS.put(RoleAct.LIMITS, "ALTER ROLE %s CONNECTION LIMIT 3");
        DEEDS.put(RoleAct.SETTINGS, "ALTER ROLE %s SET work_mem = '1MB'");
        DEEDS.put(RoleAct.COMMENT, "COMMENT ON ROLE %s IS 'x'");
        DEEDS.put(RoleAct.RENAME, "ALTER ROLE %s RENAME TO rr_renamed");
        DEEDS.put(RoleAct.MEMBERS, "GRANT %s TO rr_member");
        DEEDS.put(RoleAct.DROP, "DROP ROLE %s");
    }

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void agreeWithTheServerForAManagedAdministratorAndForAPlainLogin(int major) throws Exception {
        TestServer server = TestServer.of(major);
        makeRoles(server);
        try {
            for (String asker : List.of("rr_admin", "rr_login")) {
                Map<String, List<RoleAct>> said = new TreeMap<>();
                Map<String, List<RoleAct>> done = new TreeMap<>();
                try (SomeReach reach = SomeReach.as(server, "postgres", asker, "rr");
                        Connection connection = server.connect("postgres", asker, "rr")) {
                    connection.setAutoCommit(false);
                    RolesSnapshot snapshot = reach.roles();
                    for (Role role : snapshot.roles()) {
                        if (!ROLES.contains(role.name())) {
                            continue;
                        }
                        RoleRights rights = snapshot.rights(role);
                        said.put(
                                role.name(),
                                DEEDS.keySet().stream()
                                        .filter(act -> rights.reason(act).isEmpty())
                                        .toList());
                        done.put(
                                role.name(),
                                DEEDS.keySet().stream()
                                        .filter(act -> works(connection, act, role.name()))
                                        .toList());
                        assertEquals(Hash.HIDDEN, role.hash());
                    }
                }
                assertEquals(ROLES.size(), said.size());
                assertEquals(done, said, "PostgreSQL " + major + " as " + asker);
            }
        } finally {
            dropRoles(server);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void aSuperuserSeesTheKindOfHash(int major) throws Exception {
        TestServer server = TestServer.of(major);
        makeRoles(server);
        try (SomeReach reach = SomeReach.superuser(server, "postgres")) {
            server.run(
                    "ALTER ROLE rr_other PASSWORD 'md50123456789abcdef0123456789abcdef'",
                    "SET password_encryption = 'scram-sha-256'");
            server.run(
                    "ALTER ROLE rr_plain PASSWORD "
                            + ScramVerifier.of(dev.howdah.core.Secret.of("a long password"))
                                    .literal());

            assertEquals(Hash.MD5, reach.role("rr_other").hash());
            assertEquals(Hash.SCRAM, reach.role("rr_plain").hash());
            assertEquals(Hash.NONE, reach.role("rr_group").hash());
        } finally {
            dropRoles(server);
        }
    }

    @Test
    void protectedRolesStayAsTheyAreEvenForASuperuser() {
        RolesSnapshot.Asker postgres = SomeRoles.superuserNamed("postgres");
        assertEquals(
                List.of("OURSELVES", "BOOTSTRAP", "PREDEFINED", "PROVIDER", "-"),
                List.of(
                        drop(postgres, SomeRoles.superuser(11, "postgres")),
                        drop(postgres, SomeRoles.superuser(10, "first")),
                        drop(postgres, SomeRoles.group(20, "pg_monitor")),
                        drop(postgres, SomeRoles.superuser(60, "rdsadmin")),
                        drop(postgres, SomeRoles.superuser(61, "other"))));
        assertEquals(
                "",
                RoleRights.of(postgres, SomeRoles.group(20, "pg_monitor")).reason(RoleAct.MEMBERS));
    }

    @Test
    void anObstacleIsSaidWithWhatWouldHelp() {
        RoleRights rights =
                RoleRights.of(
                        SomeRoles.administratorOn(16),
                        SomeRoles.notAdministered(SomeRoles.login(50, "ann")));

        assertEquals(
                "admin has no ADMIN OPTION on ann. Let whoever has it run:"
                        + " GRANT \"ann\" TO \"admin\" WITH ADMIN OPTION;",
                rights.reason(RoleAct.PASSWORD));
        assertEquals("", rights.reason(RoleAct.PRIVILEGES));
    }

    @Test
    void attributesAreGivenByTheRulesOfTheVersion() {
        Role ann = SomeRoles.login(50, "ann");
        RoleRights before = RoleRights.of(SomeRoles.administratorOn(15), ann);
        RoleRights since = RoleRights.of(SomeRoles.administratorOn(16), ann);

        assertEquals(
                Optional.of(Obstacle.NEEDS_SUPERUSER), before.obstacleTo(RoleAttribute.BYPASSRLS));
        assertEquals(
                Optional.of(Obstacle.NEEDS_ATTRIBUTE), since.obstacleTo(RoleAttribute.BYPASSRLS));
        assertEquals(Optional.empty(), since.obstacleTo(RoleAttribute.CREATEDB));
        assertEquals(
                Optional.of(Obstacle.NEEDS_SUPERUSER), since.obstacleTo(RoleAttribute.SUPERUSER));
    }

    private static String drop(RolesSnapshot.Asker asker, Role role) {
        return Optional.ofNullable(RoleRights.of(asker, role).obstacles().get(RoleAct.DROP))
                .map(Obstacle::name)
                .orElse("-");
    }

    private static void makeRoles(TestServer server) throws SQLException {
        dropRoles(server);
        server.run(
                "CREATE ROLE rr_admin LOGIN CREATEROLE PASSWORD 'rr'",
                "CREATE ROLE rr_login LOGIN PASSWORD 'rr'",
                "CREATE ROLE rr_member",
                "CREATE ROLE rr_plain LOGIN",
                "CREATE ROLE rr_group",
                "CREATE ROLE rr_super SUPERUSER LOGIN",
                "CREATE ROLE rr_repl REPLICATION LOGIN",
                "CREATE ROLE rr_other LOGIN",
                "GRANT rr_plain, rr_repl TO rr_admin WITH ADMIN OPTION",
                "GRANT rr_group TO rr_login WITH ADMIN OPTION");
    }

    private static void dropRoles(TestServer server) throws SQLException {
        List<String> all = new ArrayList<>(ROLES);
        all.addAll(List.of("rr_member", "rr_admin", "rr_login"));
        for (String role : all) {
            server.run("DROP ROLE IF EXISTS " + role);
        }
    }

    private static boolean works(Connection connection, RoleAct act, String role) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(java.util.Objects.requireNonNull(DEEDS.get(act)).formatted(role));
            return true;
        } catch (SQLException e) {
            assertEquals("42501", e.getSQLState(), e.getMessage());
            return false;
        } finally {
            rollBack(connection);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
