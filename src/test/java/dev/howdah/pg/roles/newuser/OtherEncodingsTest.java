package dev.howdah.pg.roles.newuser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.SomeReach;
import dev.howdah.pg.roles.newuser.NewUser.Closing;
import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.pg.roles.newuser.NewUser.Limits;
import dev.howdah.pg.roles.newuser.NewUser.Scope;
import dev.howdah.pg.roles.password.PasswordGenerator;
import dev.howdah.pg.roles.password.ScramVerifier;
import dev.howdah.testing.TestServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles and users where a database's encoding is not UTF-8. */
class OtherEncodingsTest {
    private static final String PASSWORD = new PasswordGenerator().next().reveal();

    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {13, 18})
    void usersAreMadeThereOrRefusedBeforehandAndRolesAreListed(int major) throws Exception {
        TestServer server = TestServer.of(major);
        clear(server);
        for (String encoding : List.of("LATIN1", "SQL_ASCII")) {
            String database = "enc_" + encoding.toLowerCase(Locale.ROOT);
            server.run(
                    "CREATE DATABASE %s ENCODING '%s' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
                            .formatted(database, encoding));
            server.runIn(database, "CREATE TABLE \"café\" (id int)");
        }
        // a role whose bytes are no UTF-8
        server.runIn("enc_latin1", "CREATE ROLE \"enc_é\"");
        try (SomeReach home = SomeReach.superuser(server, "postgres");
                SomeReach latin = SomeReach.superuser(server, "enc_latin1")) {
            NewUserPlan plan = home.newUsers().plan(user("enc_ann", "enc_latin1", "enc_sql_ascii"));
            assertEquals(
                    "enc_ann is there with all of its rights.",
                    home.newUsers().change(List.of(plan)).action().run().sentence());
            for (String database : List.of("enc_latin1", "enc_sql_ascii")) {
                try (var connection = server.connect(database, "enc_ann", PASSWORD);
                        var statement = connection.createStatement()) {
                    statement.execute("SELECT * FROM \"café\"");
                }
            }
            assertEquals(
                    "The name enc_josé is other bytes in the database enc_latin1, whose encoding is"
                            + " LATIN1 and not UTF8 as here, so the role would not be found there.",
                    refusal(home, "enc_josé", "enc_latin1"));
            assertEquals(
                    "The name enc_漢 has characters that the database's encoding LATIN1 can't"
                            + " store.",
                    refusal(latin, "enc_漢", "enc_latin1"));
            NewUserPlan there = latin.newUsers().plan(user("enc_josé", "enc_latin1"));
            latin.newUsers().change(List.of(there)).action().run();

            assertEquals(List.of("enc_ann", "enc_josé", "enc_é"), listed(latin));
            assertEquals(List.of("enc_ann", "enc_jos\uFFFD", "enc_\uFFFD"), listed(home));
        } finally {
            clear(server);
        }
    }

    private static List<String> listed(SomeReach reach) throws ProblemException {
        return reach.roles().roles().stream()
                .map(RolesSnapshot.Role::name)
                .filter(name -> name.startsWith("enc_"))
                .sorted()
                .toList();
    }

    private static String refusal(SomeReach reach, String name, String database) {
        return assertThrows(
                        ProblemException.class, () -> reach.newUsers().plan(user(name, database)))
                .problem()
                .sentence();
    }

    private static NewUser user(String name, String... databases) {
        return new NewUser(
                name,
                Kind.READ_ONLY,
                wanted -> ScramVerifier.of(Secret.of(PASSWORD), wanted),
                List.of(databases).stream().map(Scope::all).toList(),
                Limits.none(),
                new Closing(false, false, false));
    }

    private static void clear(TestServer server) throws SQLException {
        server.run(
                "DROP DATABASE IF EXISTS enc_latin1 WITH (FORCE)",
                "DROP DATABASE IF EXISTS enc_sql_ascii WITH (FORCE)",
                "DO $$ DECLARE r name; BEGIN FOR r IN SELECT rolname FROM pg_roles WHERE rolname"
                        + " ~ '^enc_' LOOP EXECUTE 'DROP ROLE \"' || r || '\"'; END LOOP; END $$");
        server.forgetStatements();
    }
}
