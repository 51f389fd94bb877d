package dev.howdah.pg.roles.privilege;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.roles.Refusals;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.SomeReach;
import dev.howdah.pg.roles.drop.DroppedRoles;
import dev.howdah.pg.roles.drop.RoleGrantsQuery;
import dev.howdah.pg.roles.privilege.PrivilegeChanges.Grant;
import dev.howdah.testing.Leftovers;
import dev.howdah.testing.TestServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A revoke takes the privilege away, or says beforehand what stays and whose it is to take. */
class RevocationTest {
    /** Who granted the reader what, table by table. */
    private static final String DIRECT =
            """
            SELECT coalesce(string_agg(c.relname || ' by ' || e.grantor::regrole, ', '
                                       ORDER BY c.relname, e.grantor::regrole::text), '-')
              FROM pg_class c, aclexplode(c.relacl) e
             WHERE c.relnamespace = to_regnamespace('rv')
               AND e.grantee = 'rv_reader'::regrole
            """;

    @ParameterizedTest
    @ValueSource(ints = {13, 16, 18})
    void aManagedAdministratorTakesWhatItsRolesGranted(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Shop _ = new Shop(server);
                SomeReach reach = SomeReach.as(server, "postgres", "rv_admin", "rv")) {
            PrivilegeChanges privileges = new PrivilegeChanges(reach.reach(), SomeReach.TARGET);

            Change own = privileges.revoke(read("own", "rv_reader"));
            assertEquals(List.of("rv_reader keeps SELECT through rv_group."), own.warnings());
            own.action().run();
            assertEquals("middle by rv_middle", server.ask(DIRECT));
            own.wayBack().orElseThrow().get().action().run();
            assertEquals("middle by rv_middle, own by rv_owner", server.ask(DIRECT));

            assertEquals(
                    "NOT_PERMITTED rv_middle granted SELECT on middle to rv_reader, and a REVOKE of"
                            + " ours does not take that: let rv_middle run it, or a superuser after"
                            + " SET ROLE.",
                    Refusals.kindAndSentence(() -> privileges.revoke(read("middle", "rv_reader"))));
            assertEquals(
                    List.of(
                            "rv_middle granted SELECT on middle to rv_reader, and a REVOKE of ours"
                                    + " does not take that: let rv_middle run it, or a superuser"
                                    + " after SET ROLE.",
                            "rv_reader keeps SELECT through rv_group."),
                    privileges.revoke(everything()).warnings());
            assertEquals(
                    "BAD_INPUT rv_reader was not granted SELECT here itself: it has it through"
                            + " rv_group. Revoke it there, or end the membership.",
                    Refusals.kindAndSentence(
                            () -> privileges.revoke(read("group's", "rv_reader"))));
            assertEquals(
                    "BAD_INPUT rv_middle passed SELECT on to rv_reader. Revoke it from there first.",
                    Refusals.kindAndSentence(() -> privileges.revoke(read("middle", "rv_middle"))));
            assertEquals(
                    "BAD_INPUT PUBLIC was not granted SELECT here.",
                    Refusals.kindAndSentence(() -> privileges.revoke(read("own", ""))));

            server.run("GRANT rv_middle TO rv_admin");
            Change asGrantor = privileges.revoke(read("middle", "rv_reader"));
            assertEquals(
                    """
                    -- postgres
                    BEGIN;
                    SET LOCAL ROLE "rv_middle";
                    REVOKE SELECT ON TABLE "rv"."middle" FROM "rv_reader";
                    RESET ROLE;
                    COMMIT;\
                    """,
                    asGrantor.preview());
            asGrantor.action().run();
            assertEquals("own by rv_owner", server.ask(DIRECT));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void aSuperuserTakesEverythingOfASchemaWhoeverGrantedIt(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Shop _ = new Shop(server);
                SomeReach reach = SomeReach.superuser(server, "postgres")) {
            PrivilegeChanges privileges = new PrivilegeChanges(reach.reach(), SomeReach.TARGET);

            Change change = privileges.revoke(everything());
            change.action().run();
            assertEquals("-", server.ask(DIRECT));
            change.wayBack().orElseThrow().get().action().run();
            assertEquals("middle by rv_middle, own by rv_owner", server.ask(DIRECT));

            Change again = privileges.revoke(everything());
            again.action().run();
            server.run("DROP OWNED BY rv_middle", "DROP ROLE rv_middle", "CREATE ROLE rv_middle");
            ProblemException refused =
                    assertThrows(
                            ProblemException.class,
                            () -> again.wayBack().orElseThrow().get().action().run());
            assertEquals(Problem.Kind.BAD_INPUT, refused.problem().kind());
            assertEquals("-", server.ask(DIRECT), "nothing in the name of another grantor");
        }
    }

    /** Who may grant a privilege itself does not act for the owner, whose rights it has, too. */
    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void takesTheOwnersGrantAlsoWhereAPlainRevokeWouldTakeOnlyOurs(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Shop _ = new Shop(server);
                SomeReach reach = SomeReach.as(server, "postgres", "rv_admin", "rv")) {
            server.run(
                    "GRANT SELECT ON rv.own TO rv_admin WITH GRANT OPTION",
                    "SET ROLE rv_admin",
                    "GRANT SELECT ON rv.own TO rv_reader",
                    "RESET ROLE");
            assertEquals(
                    "middle by rv_middle, own by rv_admin, own by rv_owner", server.ask(DIRECT));

            new PrivilegeChanges(reach.reach(), SomeReach.TARGET)
                    .revoke(read("own", "rv_reader"))
                    .action()
                    .run();

            assertEquals("middle by rv_middle", server.ask(DIRECT));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 16, 18})
    void aRoleIsDroppedOnlyWhenWhatOthersGrantedItCanBeTaken(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Shop _ = new Shop(server);
                SomeReach reach = SomeReach.as(server, "postgres", "rv_admin", "rv")) {
            server.run(
                    "GRANT rv_reader TO rv_admin WITH ADMIN OPTION",
                    "GRANT USAGE ON SCHEMA public TO rv_reader");
            DroppedRoles dropped =
                    new DroppedRoles(reach.reach(), SomeReach.TARGET, reach.roles().asker());
            RolesSnapshot.Role reader = reach.role("rv_reader");

            assertEquals(
                    "BAD_INPUT rv_reader was granted rights on 2 things in postgres by OWNER,"
                            + " rv_middle, and DROP OWNED of ours leaves them. First let OWNER, or"
                            + " a superuser after SET ROLE, run there: REVOKE USAGE ON SCHEMA"
                            + " \"public\" FROM \"rv_reader\";",
                    Refusals.kindAndSentence(() -> dropped.change(dropped.plan(reader), Map.of()))
                            .replaceAll("postgres,|pg_database_owner,", "OWNER,"));

            server.run(
                    "GRANT CREATE ON TABLESPACE pg_default TO rv_reader",
                    "GRANT USAGE ON LANGUAGE plpgsql TO rv_reader",
                    "SELECT lo_create(1600)",
                    "GRANT SELECT ON LARGE OBJECT 1600 TO rv_reader",
                    "GRANT SELECT (oid), UPDATE (oid) ON pg_am TO rv_reader",
                    "GRANT EXECUTE ON FUNCTION abs(integer) TO rv_reader",
                    "GRANT rv_middle TO rv_admin");
            List<String> theirs =
                    reach.reach().reader().ask(new RoleGrantsQuery("rv_reader")).stream()
                            .filter(each -> !each.asGrantor())
                            .map(each -> each.revoke("\"rv_reader\""))
                            .sorted()
                            .toList();
            assertEquals(
                    List.of(
                            "REVOKE CREATE ON TABLESPACE \"pg_default\" FROM \"rv_reader\"",
                            "REVOKE EXECUTE ON ROUTINE \"pg_catalog\".\"abs\"(integer) FROM"
                                    + " \"rv_reader\"",
                            "REVOKE SELECT (\"oid\"), UPDATE (\"oid\") ON TABLE"
                                    + " \"pg_catalog\".\"pg_am\" FROM \"rv_reader\"",
                            "REVOKE SELECT ON LARGE OBJECT 1600 FROM \"rv_reader\"",
                            "REVOKE USAGE ON LANGUAGE \"plpgsql\" FROM \"rv_reader\"",
                            "REVOKE USAGE ON SCHEMA \"public\" FROM \"rv_reader\""),
                    theirs);
            server.run(theirs.toArray(String[]::new));
            server.run("SELECT lo_unlink(1600)");

            Change change = dropped.change(dropped.plan(reader), Map.of());
            assertEquals(
                    """
                    SET LOCAL ROLE "rv_middle";
                    REVOKE SELECT ON TABLE "rv"."middle" FROM "rv_reader";
                    RESET ROLE;
                    DROP OWNED BY "rv_reader";
                    DROP ROLE "rv_reader";\
                    """,
                    change.preview()
                            .lines()
                            .filter(line -> line.matches("(SET|REVOKE|RESET|DROP).*"))
                            .collect(Collectors.joining("\n")));
            change.action().run();
            assertEquals(
                    "0", server.ask("SELECT count(*) FROM pg_roles WHERE rolname = 'rv_reader'"));
        }
    }

    private static Grant read(String table, String role) {
        return new Grant(
                "postgres",
                new Securable.Objects(Securable.Kind.TABLE, "rv", List.of(table)),
                Set.of(Privilege.SELECT),
                role);
    }

    private static Grant everything() {
        return new Grant(
                "postgres",
                new Securable.AllIn(Securable.Kind.TABLE, "rv"),
                Set.of(Privilege.SELECT),
                "rv_reader");
    }

    /** One table read directly, one by the grant of a grantee, one through a group. */
    private record Shop(TestServer server) implements AutoCloseable {
        Shop {
            try {
                drop(server);
                server.run(
                        "CREATE ROLE rv_owner",
                        "CREATE ROLE rv_middle",
                        "CREATE ROLE rv_group",
                        "CREATE ROLE rv_reader IN ROLE rv_group",
                        "CREATE ROLE rv_admin LOGIN CREATEROLE PASSWORD 'rv' IN ROLE rv_owner",
                        "CREATE SCHEMA rv AUTHORIZATION rv_owner",
                        "GRANT USAGE ON SCHEMA rv TO rv_middle",
                        "SET ROLE rv_owner",
                        "CREATE TABLE rv.own ()",
                        "CREATE TABLE rv.middle ()",
                        "CREATE TABLE rv.\"group's\" ()",
                        "GRANT SELECT ON rv.own TO rv_reader, rv_group",
                        "GRANT SELECT ON rv.\"group's\" TO rv_group",
                        "GRANT SELECT ON rv.middle TO rv_middle WITH GRANT OPTION",
                        "SET ROLE rv_middle",
                        "GRANT SELECT ON rv.middle TO rv_reader",
                        "RESET ROLE");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void drop(TestServer server) throws SQLException {
            Leftovers.drop(
                    server, "rv", "rv_admin", "rv_reader", "rv_group", "rv_middle", "rv_owner");
        }

        @Override
        public void close() throws SQLException {
            drop(server);
        }
    }
}
