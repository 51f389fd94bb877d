package dev.howdah.pg.roles.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.roles.Membership;
import dev.howdah.pg.roles.Refusals;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.RolesSnapshot.Setting;
import dev.howdah.pg.roles.SomeReach;
import dev.howdah.pg.roles.password.ScramVerifier;
import dev.howdah.pg.roles.privilege.PrivilegeChanges;
import dev.howdah.pg.roles.privilege.PrivilegeChanges.Grant;
import dev.howdah.pg.roles.privilege.Securable;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change of a role does what it says, and its way back takes exactly that back. */
class RoleChangesTest {
    private static final String STATE =
            """
            SELECT concat_ws(' ', r.rolcanlogin, r.rolconnlimit, r.rolcreatedb,
                             CASE WHEN isfinite(r.rolvaliduntil)
                                  THEN extract(epoch FROM r.rolvaliduntil)::bigint END,
                             (SELECT string_agg(array_to_string(s.setconfig, ';'), '|'
                                                ORDER BY s.setdatabase)
                                FROM pg_db_role_setting s WHERE s.setrole = r.oid),
                             shobj_description(r.oid, 'pg_authid'))
              FROM pg_roles r WHERE r.rolname IN ('rc_"ann', 'rc_bob')
            """;

    private static final String NAME = "rc_\"ann";

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void aManagedAdministratorChangesWhatItMadeAndTakesItBack(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Roles _ = new Roles(server);
                SomeReach reach = SomeReach.as(server, "postgres", "rc_admin", "rc")) {
            RoleChanges changes = reach.changes();
            Role ann = reach.role(NAME);
            String usual = "t -1 f search_path=\"a b\", c";
            there(server, usual);

            back(server, changes.login(ann, false), "f -1 f search_path=\"a b\", c", usual);
            back(server, changes.connectionLimit(ann, 3), "t 3 f search_path=\"a b\", c", usual);
            back(
                    server,
                    changes.expiry(ann, Optional.of(Instant.ofEpochSecond(2_000_000_000))),
                    "t -1 f 2000000000 search_path=\"a b\", c",
                    usual);
            back(
                    server,
                    changes.set(ann, new Setting("", "search_path", "x, \"Y \"\"z\"")),
                    usual.replace("\"a b\", c", "x, \"Y \"\"z\""),
                    usual);
            back(
                    server,
                    changes.reset(ann, new Setting("", "search_path", "")),
                    usual.replace(" search_path=\"a b\", c", ""),
                    usual);
            back(
                    server,
                    changes.set(ann, new Setting("postgres", "statement_timeout", "5s")),
                    usual + "|statement_timeout=5s",
                    usual);
            back(server, changes.comment(ann, "it's \\ ann"), usual + " it's \\ ann", usual);
            back(server, changes.rename(ann, "rc_bob"), usual, usual);
            assertEquals(
                    ChangeOutcome.Status.DONE,
                    changes.password(
                                    ann,
                                    wanted -> ScramVerifier.of(Secret.of("new password"), wanted))
                            .action()
                            .run()
                            .status());
            try (Connection connection = server.connect("postgres", NAME, "new password")) {
                assertEquals("t", one(connection, "SELECT true"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void membershipsAreMadeAndEndedWhoeverMadeThem(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Roles _ = new Roles(server);
                SomeReach reach = SomeReach.superuser(server, "postgres")) {
            MembershipChanges members =
                    new MembershipChanges(reach.reach(), SomeReach.TARGET, reach.roles().asker());
            Role group = reach.role("rc_group");
            server.run(
                    "GRANT rc_group TO \"rc_\"\"ann\""
                            + (major >= 16 ? " GRANTED BY rc_admin" : ""));

            Change given = members.grant(group, NAME, new Membership(true, true, true));
            given.action().run();
            assertEquals(1, reach.role(NAME).memberOf().size());
            assertEquals(true, reach.role(NAME).memberOf().getFirst().admin());
            Change revoke = members.revoke(group, NAME);
            revoke.action().run();
            assertEquals(List.of(), reach.role(NAME).memberOf());
            revoke.wayBack().orElseThrow().get().action().run();
            assertEquals(1, reach.role(NAME).memberOf().size());
            Change last = members.revoke(group, NAME);
            last.action().run();
            // a right must not come to another one who has the name by now
            server.run(
                    "ALTER ROLE \"rc_\"\"ann\" RENAME TO rc_former",
                    "CREATE ROLE \"rc_\"\"ann\" LOGIN");
            for (Change each : List.of(last, given)) {
                assertEquals(
                        "What has this name is another object by now: somebody dropped the old one"
                                + " and made it anew.",
                        assertThrows(
                                        ProblemException.class,
                                        () -> each.wayBack().orElseThrow().get().action().run())
                                .problem()
                                .sentence());
            }
            assertEquals(List.of(), reach.role(NAME).memberOf());
            server.run("DROP ROLE \"rc_\"\"ann\"", "ALTER ROLE rc_former RENAME TO \"rc_\"\"ann\"");
            assertEquals(
                    "rc_\"ann is no direct member of rc_group.",
                    assertThrows(ProblemException.class, () -> members.revoke(group, NAME))
                            .problem()
                            .sentence());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void privilegesAreGrantedOnWhatWeMayGrantOn(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Roles _ = new Roles(server);
                SomeReach reach = SomeReach.as(server, "postgres", "rc_admin", "rc")) {
            server.run(
                    "CREATE SCHEMA rc AUTHORIZATION rc_admin",
                    "CREATE TABLE rc.ours (id int)",
                    "ALTER TABLE rc.ours OWNER TO rc_admin");
            PrivilegeChanges privileges = new PrivilegeChanges(reach.reach(), SomeReach.TARGET);
            Grant read = grant(List.of("ours"));
            String may = "SELECT has_table_privilege('rc_\"ann', 'rc.ours', 'SELECT')";

            Change change = privileges.grant(read);
            change.action().run();
            assertEquals("t", server.ask(may));
            change.wayBack().orElseThrow().get().action().run();
            assertEquals("f", server.ask(may));
            server.run("CREATE TABLE rc.theirs (id int)");
            Problem problem =
                    assertThrows(
                                    ProblemException.class,
                                    () ->
                                            privileges.grant(
                                                    grant(List.of("ours", "theirs", "absent"))))
                            .problem();
            assertEquals(
                    "NOT_PERMITTED We may not grant that on 2 objects: absent, theirs.",
                    problem.kind() + " " + problem.sentence());
        }
    }

    @Test
    void whatIsProtectedIsRefusedBeforeAnythingIsSent() throws Exception {
        TestServer server = TestServer.newest();
        try (Roles _ = new Roles(server);
                SomeReach reach = SomeReach.as(server, "postgres", "rc_admin", "rc")) {
            RoleChanges changes = reach.changes();
            assertEquals(
                    "We are logged in as rc_admin, and could lock ourselves out.",
                    Refusals.sentence(() -> changes.login(reach.role("rc_admin"), false)));
            assertEquals(
                    "postgres was made with the server, which needs it as it is.",
                    Refusals.sentence(() -> changes.login(reach.role("postgres"), false)));
            assertEquals(
                    "pg_monitor comes with PostgreSQL and can't be changed.",
                    Refusals.sentence(() -> changes.comment(reach.role("pg_monitor"), "x")));
        }
    }

    private static Grant grant(List<String> tables) {
        return new Grant(
                "postgres",
                new Securable.Objects(Securable.Kind.TABLE, "rc", tables),
                Set.of(Privilege.SELECT),
                NAME);
    }

    private static void back(TestServer server, Change change, String after, String again)
            throws Exception {
        assertEquals(ChangeOutcome.Status.DONE, change.action().run().status());
        there(server, after);
        change.wayBack().orElseThrow().get().action().run();
        there(server, again);
    }

    private static void there(TestServer server, String expected) throws SQLException {
        assertEquals(expected, server.ask(STATE));
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** An administrator, ann whom it administers, and a group. */
    private record Roles(TestServer server) implements AutoCloseable {
        private static final List<String> NAMES =
                List.of("\"rc_\"\"ann\"", "rc_bob", "rc_group", "rc_admin");

        Roles {
            try {
                clear(server);
                server.run(
                        "CREATE ROLE rc_admin LOGIN CREATEROLE PASSWORD 'rc'",
                        "CREATE ROLE rc_group",
                        "CREATE ROLE \"rc_\"\"ann\" LOGIN",
                        "ALTER ROLE \"rc_\"\"ann\" SET search_path = 'a b', c",
                        "GRANT \"rc_\"\"ann\", rc_group TO rc_admin WITH ADMIN OPTION");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void clear(TestServer server) throws SQLException {
            server.run("DROP SCHEMA IF EXISTS rc CASCADE");
            for (String name : NAMES) {
                server.run(
                        """
                        DO $do$ BEGIN EXECUTE $sql$DROP OWNED BY %s$sql$;
                        EXCEPTION WHEN undefined_object THEN NULL; END $do$
                        """
                                .formatted(name));
            }
            if (server.major() >= 16) {
                server.run(
                        """
                        DO $do$ BEGIN EXECUTE $sql$DROP OWNED BY rc_admin CASCADE$sql$;
                        EXCEPTION WHEN undefined_object THEN NULL; END $do$
                        """);
            }
            for (String name : NAMES) {
                server.run("DROP ROLE IF EXISTS " + name);
            }
        }

        @Override
        public void close() throws SQLException {
            clear(server);
        }
    }
}
