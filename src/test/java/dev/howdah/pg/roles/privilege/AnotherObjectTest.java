package dev.howdah.pg.roles.privilege;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.pg.DefaultsKind;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.roles.SomeReach;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges.Given;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges.Place;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges.Wish;
import dev.howdah.pg.roles.privilege.PrivilegeChanges.Grant;
import dev.howdah.testing.TestServer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways back that meet something else under the name of what was changed. */
class AnotherObjectTest {
    private static final String MAY =
            "SELECT has_table_privilege('ao_reader', 'ao.\"it''s\"', 'SELECT')";

    private static void refused(Change back) {
        ProblemException refused = assertThrows(ProblemException.class, () -> back.action().run());
        assertEquals(Problem.Kind.BAD_INPUT, refused.problem().kind());
        assertEquals(
                "What has this name is another object by now: somebody dropped the old one and made"
                        + " it anew.",
                refused.problem().sentence());
    }

    private static Grant read(Securable on, Privilege privilege) {
        return new Grant("postgres", on, Set.of(privilege), "ao_reader");
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void leaveAnotherTableSchemaOrRoleOfTheSameNameAlone(int major) throws Exception {
        TestServer server = TestServer.of(major);
        server.run(
                "DROP SCHEMA IF EXISTS ao CASCADE",
                "DROP ROLE IF EXISTS ao_reader",
                "CREATE ROLE ao_reader",
                "CREATE SCHEMA ao",
                "CREATE TABLE ao.\"it's\" (id int)",
                "CREATE TABLE ao.kept (id int)",
                "GRANT SELECT ON ao.kept TO ao_reader");
        try (SomeReach reach = SomeReach.superuser(server, "postgres")) {
            PrivilegeChanges privileges = new PrivilegeChanges(reach.reach(), SomeReach.TARGET);
            Securable tables =
                    new Securable.Objects(Securable.Kind.TABLE, "ao", List.of("it's", "kept"));
            Change granted = privileges.grant(read(tables, Privilege.SELECT));
            granted.action().run();
            Change defaults =
                    new DefaultPrivilegeChanges(reach.reach(), SomeReach.TARGET, reach.roles())
                            .become(
                                    List.of(
                                            new Wish(
                                                    new Place(
                                                            "postgres",
                                                            server.user(),
                                                            Optional.of("ao"),
                                                            DefaultsKind.TABLES),
                                                    "ao_reader",
                                                    Given.NOTHING,
                                                    new Given(
                                                            Set.of(Privilege.SELECT), Set.of()))));
            defaults.action().run();
            Change revoked =
                    privileges.revoke(
                            read(
                                    new Securable.AllIn(Securable.Kind.TABLE, "ao"),
                                    Privilege.SELECT));
            revoked.action().run();
            Change used = privileges.grant(read(new Securable.Schema("ao"), Privilege.USAGE));
            used.action().run();
            revoked.wayBack().orElseThrow().get().action().run();
            assertEquals("t", server.ask(MAY));

            server.run("DROP TABLE ao.\"it's\"", "CREATE TABLE ao.\"it's\" (id int)");
            assertEquals("t", server.ask(MAY), "by the default privileges");
            refused(granted.wayBack().orElseThrow().get());
            refused(revoked.wayBack().orElseThrow().get());
            assertEquals("t", server.ask(MAY));

            server.run(
                    "DROP SCHEMA ao CASCADE",
                    "CREATE SCHEMA ao",
                    "GRANT USAGE ON SCHEMA ao TO ao_reader");
            refused(used.wayBack().orElseThrow().get());
            refused(defaults.wayBack().orElseThrow().get());

            server.run("DROP SCHEMA ao CASCADE");
            Change connects =
                    privileges.grant(read(new Securable.Database("postgres"), Privilege.CREATE));
            connects.action().run();
            server.run(
                    "DROP OWNED BY ao_reader",
                    "DROP ROLE ao_reader",
                    "CREATE ROLE ao_reader",
                    "GRANT CREATE ON DATABASE postgres TO ao_reader");
            refused(connects.wayBack().orElseThrow().get());
            server.run("DROP OWNED BY ao_reader", "DROP ROLE ao_reader");
        }
    }
}
