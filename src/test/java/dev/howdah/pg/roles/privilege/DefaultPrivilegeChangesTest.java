package dev.howdah.pg.roles.privilege;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.pg.DefaultsKind;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.roles.Refusals;
import dev.howdah.pg.roles.SomeReach;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges.Given;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges.Place;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges.Wish;
import dev.howdah.testing.Leftovers;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Default privileges are set as they were wanted, for owners whose defaults are ours to set. */
class DefaultPrivilegeChangesTest {
    private static final Given READS = new Given(Set.of(Privilege.SELECT), Set.of());
    private static final Given PASSES_ON =
            new Given(Set.of(Privilege.SELECT, Privilege.INSERT), Set.of(Privilege.SELECT));

    /** Every entry of the owner: what it is on, in which schema, and what others get. */
    private static final String STATE =
            """
            SELECT coalesce(string_agg(concat_ws(' ', d.defaclobjtype, n.nspname,
                                                 e.grantee::regrole, e.privilege_type,
                                                 CASE WHEN e.is_grantable THEN '*' END), ', '
                                       ORDER BY d.defaclobjtype, n.nspname, e.privilege_type), '-')
              FROM pg_default_acl d
              LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
             CROSS JOIN LATERAL aclexplode(d.defaclacl) e
             WHERE d.defaclrole = 'df_owner'::regrole
               AND e.grantee <> d.defaclrole
            """;

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void becomeWhatWasWantedAndGoBack(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Shop _ = new Shop(server);
                SomeReach reach = SomeReach.as(server, "postgres", "df_admin", "df")) {
            DefaultPrivilegeChanges changes = changes(reach);

            Change reads = changes.become(List.of(tables("df", Given.NOTHING, READS)));
            assertEquals(
                    "-- postgres\nBEGIN;\nALTER DEFAULT PRIVILEGES FOR ROLE \"df_owner\" IN SCHEMA"
                            + " \"df\" GRANT SELECT ON TABLES TO \"df_reader\";\nCOMMIT;",
                    reads.preview());
            assertEquals(List.of("What is there already stays as it is."), reads.warnings());
            reads.action().run();
            assertEquals("r df df_reader SELECT", server.ask(STATE));

            Change more = changes.become(List.of(tables("df", READS, PASSES_ON)));
            more.action().run();
            assertEquals("r df df_reader INSERT, r df df_reader SELECT *", server.ask(STATE));
            more.wayBack().orElseThrow().get().action().run();
            assertEquals("r df df_reader SELECT", server.ask(STATE));
            reads.wayBack().orElseThrow().get().action().run();
            assertEquals("-", server.ask(STATE));

            Place routines =
                    new Place("postgres", "df_owner", Optional.empty(), DefaultsKind.ROUTINES);
            Given execute = new Given(Set.of(Privilege.EXECUTE), Set.of());
            Change closed = changes.become(List.of(new Wish(routines, "", execute, Given.NOTHING)));
            assertEquals(
                    List.of(
                            "What is there already stays as it is.",
                            "It holds in every schema of postgres."),
                    closed.warnings());
            closed.action().run();
            assertEquals(
                    "f {df_owner=X/df_owner}",
                    server.ask(
                            "SELECT concat_ws(' ', defaclobjtype, defaclacl) FROM"
                                    + " pg_default_acl"));
            closed.wayBack().orElseThrow().get().action().run();
            assertEquals("0", server.ask("SELECT count(*) FROM pg_default_acl"));

            Wish large =
                    new Wish(
                            new Place(
                                    "postgres",
                                    "df_owner",
                                    Optional.empty(),
                                    DefaultsKind.LARGE_OBJECTS),
                            "df_reader",
                            Given.NOTHING,
                            READS);
            if (major >= 18) {
                changes.become(List.of(large)).action().run();
                assertEquals("L df_reader SELECT", server.ask(STATE));
            } else {
                assertEquals(
                        "BAD_INPUT This server knows no default privileges on LARGE OBJECTS.",
                        Refusals.kindAndSentence(() -> changes.become(List.of(large))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void whatCanNotBeIsRefusedBeforeAnythingIsSent(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Shop _ = new Shop(server);
                SomeReach reach = SomeReach.as(server, "postgres", "df_admin", "df")) {
            DefaultPrivilegeChanges changes = changes(reach);
            Place schemas =
                    new Place("postgres", "df_owner", Optional.of("df"), DefaultsKind.SCHEMAS);
            assertEquals(
                    "BAD_INPUT Default privileges on SCHEMAS can only be set for every schema.",
                    Refusals.kindAndSentence(() ->
                            changes.become(
                                    List.of(
                                            new Wish(
                                                    schemas, "df_reader", Given.NOTHING, READS)))));
            assertEquals(
                    "BAD_INPUT PUBLIC can't be given the right to pass a privilege on.",
                    Refusals.kindAndSentence(() ->
                            changes.become(
                                    List.of(
                                            new Wish(
                                                    tables("df", READS, READS).place(),
                                                    "",
                                                    Given.NOTHING,
                                                    PASSES_ON)))));
            assertEquals(
                    "BAD_INPUT df_owner gives exactly that away already.",
                    Refusals.kindAndSentence(
                            () -> changes.become(List.of(tables("df", READS, READS)))));
            Wish theirs =
                    new Wish(
                            new Place(
                                    "postgres",
                                    "df_stranger",
                                    Optional.empty(),
                                    DefaultsKind.TABLES),
                            "df_reader",
                            Given.NOTHING,
                            READS);
            Problem problem =
                    assertThrows(ProblemException.class, () -> changes.become(List.of(theirs)))
                            .problem();
            assertEquals(
                    "Only df_stranger, those who have its rights, and superusers may set its"
                            + " default privileges; df_admin is none of them.",
                    problem.sentence());
            assertEquals(
                    "One of them could run: ALTER DEFAULT PRIVILEGES FOR ROLE \"df_stranger\" GRANT"
                            + " SELECT ON TABLES TO \"df_reader\";",
                    problem.remedy());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 16, 18})
    void whoseDefaultsAreOursIsWhatTheServerSays(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Shop _ = new Shop(server)) {
            server.run("GRANT df_grand TO df_owner");
            server.run(
                    major >= 16
                            ? "GRANT df_idle TO df_admin WITH INHERIT FALSE"
                            : "GRANT df_idle TO df_admin",
                    "GRANT df_idle TO df_dull");
            for (String asker : List.of("df_admin", "df_dull")) {
                Set<String> said = new TreeSet<>();
                Set<String> done = new TreeSet<>();
                try (SomeReach reach = SomeReach.as(server, "postgres", asker, "df");
                        Connection connection = server.connect("postgres", asker, "df")) {
                    connection.setAutoCommit(false);
                    for (String owner :
                            List.of("df_owner", "df_grand", "df_idle", "df_stranger", asker)) {
                        if (changes(reach).obstacle(owner).isEmpty()) {
                            said.add(owner);
                        }
                        if (works(connection, owner)) {
                            done.add(owner);
                        }
                    }
                }
                assertEquals(done, said, "PostgreSQL " + major + " as " + asker);
            }
        }
    }

    private static boolean works(Connection connection, String owner) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "ALTER DEFAULT PRIVILEGES FOR ROLE "
                            + owner
                            + " GRANT SELECT ON TABLES TO df_reader");
            return true;
        } catch (SQLException e) {
            assertEquals("42501", e.getSQLState());
            return false;
        } finally {
            connection.rollback(before);
        }
    }

    private static DefaultPrivilegeChanges changes(SomeReach reach) throws ProblemException {
        return new DefaultPrivilegeChanges(reach.reach(), SomeReach.TARGET, reach.roles());
    }

    private static Wish tables(String schema, Given before, Given wanted) {
        return new Wish(
                new Place("postgres", "df_owner", Optional.of(schema), DefaultsKind.TABLES),
                "df_reader",
                before,
                wanted);
    }

    /** An owner whose rights the administrator has, and one who is a stranger to it. */
    private record Shop(TestServer server) implements AutoCloseable {
        Shop {
            try {
                drop(server);
                server.run(
                        "CREATE ROLE df_owner",
                        "CREATE ROLE df_grand",
                        "CREATE ROLE df_idle",
                        "CREATE ROLE df_stranger",
                        "CREATE ROLE df_reader",
                        "CREATE ROLE df_admin LOGIN CREATEROLE PASSWORD 'df' IN ROLE df_owner",
                        "CREATE ROLE df_dull LOGIN NOINHERIT PASSWORD 'df'",
                        "CREATE SCHEMA df AUTHORIZATION df_owner");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void drop(TestServer server) throws SQLException {
            Leftovers.drop(
                    server,
                    "df",
                    "df_admin",
                    "df_dull",
                    "df_reader",
                    "df_owner",
                    "df_grand",
                    "df_idle",
                    "df_stranger");
        }

        @Override
        public void close() throws SQLException {
            drop(server);
        }
    }
}
