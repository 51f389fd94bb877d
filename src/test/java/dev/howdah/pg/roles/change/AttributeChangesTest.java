package dev.howdah.pg.roles.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.change.Change;
import dev.howdah.pg.roles.Refusals;
import dev.howdah.pg.roles.RoleAttribute;
import dev.howdah.pg.roles.RoleRights;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.SomeReach;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attributes are given and taken by the rules of the version, and never in silence. */
class AttributeChangesTest {
    private static final String STATE =
            """
            SELECT concat_ws(' ', r.rolsuper, r.rolcreaterole, r.rolcreatedb,
                             r.rolreplication, r.rolbypassrls, r.rolinherit)
              FROM pg_roles r WHERE r.rolname = 'at_ann'
            """;

    @ParameterizedTest
    @ValueSource(ints = {13, 16, 18})
    void aSuperuserGivesThemAndTakesThemBackInOneChange(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Roles _ = new Roles(server);
                SomeReach reach = SomeReach.superuser(server, "postgres")) {
            AttributeChanges changes =
                    new AttributeChanges(reach.reach(), SomeReach.TARGET, reach.roles().asker());
            Role ann = reach.role("at_ann");

            Change change =
                    changes.become(
                            ann,
                            EnumSet.of(
                                    RoleAttribute.SUPERUSER,
                                    RoleAttribute.CREATEDB,
                                    RoleAttribute.REPLICATION));
            assertEquals(
                    "-- postgres\nBEGIN;\nALTER ROLE \"at_ann\" SUPERUSER CREATEDB REPLICATION"
                            + " NOINHERIT;\nCOMMIT;",
                    change.preview());
            assertEquals(4, change.warnings().size());
            assertEquals(
                    major < 16
                            ? "It has the rights of the roles that it is a member of only after SET"
                                    + " ROLE; programs that don't know that lose them."
                            : "Memberships that it gets later begin without INHERIT. Those it has"
                                    + " stay as they are.",
                    change.warnings().getLast());
            change.action().run();
            assertEquals("t f t t f f", server.ask(STATE));
            change.wayBack().orElseThrow().get().action().run();
            assertEquals("f f f f f t", server.ask(STATE));

            assertEquals(
                    "at_ann has these attributes already.",
                    Refusals.sentence(() -> changes.become(ann, Set.of(RoleAttribute.INHERIT))));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 16, 18})
    void whatAManagedAdministratorMayGiveIsWhatTheServerLetsItGive(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Roles _ = new Roles(server)) {
            for (String asker : List.of("at_admin", "at_strong")) {
                try (SomeReach reach = SomeReach.as(server, "postgres", asker, "at");
                        Connection connection = server.connect("postgres", asker, "at")) {
                    RoleRights rights = reach.roles().rights(reach.role("at_ann"));
                    Set<RoleAttribute> said = EnumSet.noneOf(RoleAttribute.class);
                    Set<RoleAttribute> done = EnumSet.noneOf(RoleAttribute.class);
                    connection.setAutoCommit(false);
                    for (RoleAttribute attribute : RoleAttribute.values()) {
                        if (rights.obstacleTo(attribute).isEmpty()) {
                            said.add(attribute);
                        }
                        if (works(connection, "ALTER ROLE at_ann " + attribute)) {
                            done.add(attribute);
                        }
                    }
                    assertEquals(done, said, "PostgreSQL " + major + " as " + asker);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 18})
    void aMembershipThatASuperuserMadeIsNotOursToEnd(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Roles _ = new Roles(server);
                SomeReach reach = SomeReach.as(server, "postgres", "at_admin", "at")) {
            server.run("GRANT at_group TO at_ann");
            MembershipChanges members =
                    new MembershipChanges(reach.reach(), SomeReach.TARGET, reach.roles().asker());
            Role group = reach.role("at_group");

            assertEquals(
                    "at_ann was made a member of at_group by postgres, whose rights at_admin does"
                            + " not have. Let postgres or a superuser run: REVOKE \"at_group\" FROM"
                            + " \"at_ann\" GRANTED BY \"postgres\";",
                    Refusals.sentence(() -> members.revoke(group, "at_ann")));
        }
    }

    private static boolean works(Connection connection, String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            assertEquals("42501", e.getSQLState(), sql);
            return false;
        } finally {
            connection.rollback(before);
        }
    }

    /** Ann, a group, and two administrators: one has what it may give from 16 on. */
    private record Roles(TestServer server) implements AutoCloseable {
        Roles {
            try {
                drop(server);
                server.run(
                        "CREATE ROLE at_ann",
                        "CREATE ROLE at_group",
                        "CREATE ROLE at_admin LOGIN CREATEROLE PASSWORD 'at'",
                        "CREATE ROLE at_strong LOGIN CREATEROLE CREATEDB REPLICATION BYPASSRLS"
                                + " PASSWORD 'at'",
                        "GRANT at_ann, at_group TO at_admin, at_strong WITH ADMIN OPTION");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void drop(TestServer server) throws SQLException {
            server.run("DROP ROLE IF EXISTS at_ann, at_group, at_admin, at_strong");
        }

        @Override
        public void close() throws SQLException {
            drop(server);
        }
    }
}
