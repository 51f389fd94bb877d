package dev.howdah.pg.roles.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.roles.Membership;
import dev.howdah.pg.roles.RoleNames;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.SomeReach;
import dev.howdah.pg.roles.newuser.NewUser;
import dev.howdah.pg.roles.newuser.NewUser.Closing;
import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.pg.roles.newuser.NewUser.Limits;
import dev.howdah.pg.roles.newuser.NewUser.Scope;
import dev.howdah.pg.roles.newuser.NewUserPlan;
import dev.howdah.pg.roles.password.PasswordGenerator;
import dev.howdah.pg.roles.password.ScramVerifier;
import dev.howdah.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever a user is called, it gets that name or is refused before anything is sent. */
class HostileNamesTest {
    private static final List<String> PIECES =
            List.of(
                    "\"",
                    "'",
                    "\\",
                    "\n",
                    "\r",
                    "\t",
                    ";",
                    "--",
                    "/*",
                    "*/",
                    "$$",
                    "$1",
                    "?",
                    "{0}",
                    "%s",
                    "%I",
                    " ",
                    "A",
                    "z",
                    "_",
                    "1",
                    "é",
                    "ß",
                    "漢",
                    "🐘",
                    "\u202E",
                    "\u200F",
                    "\u0301",
                    "\u00A0",
                    "\u2028",
                    "\uFEFF",
                    "DROP ROLE postgres",
                    "public",
                    "pg_",
                    "\" TO PUBLIC; --",
                    "' || '",
                    "\u0001",
                    "\u007F");

    private static final String CATALOG =
            """
            SELECT md5(string_agg(x::text, '|' ORDER BY x::text))
              FROM (SELECT row(c.oid, c.relname, c.relowner, c.relacl) FROM pg_class c
                     UNION ALL
                    SELECT row(n.oid, n.nspname, n.nspowner, n.nspacl) FROM pg_namespace n
                     UNION ALL
                    SELECT row(d.oid, d.datname, d.datdba, d.datacl) FROM pg_database d
                     UNION ALL
                    SELECT row(r.oid, r.rolname, r.rolsuper, r.rolcanlogin) FROM pg_authid r
                     UNION ALL
                    SELECT row(m.roleid, m.member, m.admin_option, 0) FROM pg_auth_members m
                     UNION ALL
                    SELECT row(a.oid, a.defaclrole, a.defaclnamespace, a.defaclacl)
                      FROM pg_default_acl a
                     UNION ALL
                    SELECT row(s.setdatabase, s.setrole, s.setconfig, 0)
                      FROM pg_db_role_setting s) x (x)
            """;

    private static final int LOGINS_EVERY = 25;
    private static final int AT_ONCE = 50;

    @Test
    void fiveHundred() throws Exception {
        createListGrantLogInAndDrop(18, 500, 42);
    }

    @Test
    @Tag("long")
    void twentyThousand() throws Exception {
        createListGrantLogInAndDrop(18, 10_000, 1);
        createListGrantLogInAndDrop(13, 10_000, 2);
    }

    private static void createListGrantLogInAndDrop(int major, int count, long seed)
            throws Exception {
        Secret password = new PasswordGenerator().next();
        ScramVerifier verifier = ScramVerifier.of(password);
        try (TestServer server = TestServer.start(major, Map.of());
                SomeReach reach = SomeReach.superuser(server, "postgres")) {
            server.run("CREATE TABLE t (id int)", "CREATE ROLE grp");
            // the first grant on an object writes down what was understood before
            roundTrip(server, reach, List.of("first"), verifier, password);
            String before = server.ask(CATALOG);
            List<String> good = new ArrayList<>();
            int refused = 0;
            for (String name : names(count, seed)) {
                boolean possible = isPossible(name);
                try {
                    RoleNames.check(name, "UTF8");
                    assertTrue(possible, () -> "accepted: " + name);
                    good.add(name);
                } catch (ProblemException _) {
                    assertTrue(!possible, () -> "refused: " + name);
                    refused++;
                }
            }
            assertTrue(refused > count / 20 && good.size() > count / 2, refused + " refused");
            for (int from = 0; from < good.size(); from += AT_ONCE) {
                roundTrip(
                        server,
                        reach,
                        good.subList(from, Math.min(good.size(), from + AT_ONCE)),
                        verifier,
                        password);
            }
            assertEquals(before, server.ask(CATALOG));
        }
    }

    private static void roundTrip(
            TestServer server,
            SomeReach reach,
            List<String> names,
            ScramVerifier verifier,
            Secret password)
            throws Exception {
        List<NewUserPlan> plans =
                reach.newUsers()
                        .plans(
                                names.stream()
                                        .map(name ->
                                                new NewUser(
                                                        name,
                                                        Kind.READ_ONLY,
                                                        _ -> verifier,
                                                        List.of(Scope.all("postgres")),
                                                        limits(),
                                                        new Closing(false, false, false)))
                                        .toList());
        var change = reach.newUsers().change(plans);
        change.action().run();

        Set<String> listed = new HashSet<>();
        reach.roles().roles().forEach(role -> listed.add(role.name()));
        assertTrue(listed.containsAll(names));
        RolesSnapshot.Role group = reach.role("grp");
        MembershipChanges members =
                new MembershipChanges(reach.reach(), SomeReach.TARGET, reach.roles().asker());
        String first = names.getFirst();
        members.grant(group, first, Membership.usual()).action().run();
        assertEquals("grp", reach.role(first).memberOf().getFirst().group());
        for (int i = 0; i < names.size(); i += LOGINS_EVERY) {
            try (Connection connection =
                            server.connect("postgres", names.get(i), password.reveal());
                    var row =
                            connection
                                    .createStatement()
                                    .executeQuery("SELECT current_user, count(*) FROM t")) {
                row.next();
                assertEquals(names.get(i), row.getString(1));
            }
        }
        change.wayBack().orElseThrow().get().action().run();
    }

    private static Limits limits() {
        return new Limits(
                OptionalInt.of(2),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    /** By the server's rules, said once more in other words. */
    private static boolean isPossible(String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        return !name.isEmpty()
                && bytes <= 63
                && name.indexOf('\0') < 0
                && !name.startsWith("pg_")
                && !name.equals("public")
                && !name.equals("none")
                && name.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    private static Set<String> names(int count, long seed) {
        Random random = new Random(seed);
        Set<String> names = new HashSet<>();
        while (names.size() < count) {
            StringBuilder name = new StringBuilder();
            int pieces = 1 + random.nextInt(12);
            for (int i = 0; i < pieces; i++) {
                name.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            switch (random.nextInt(40)) {
                case 0 -> name.insert(random.nextInt(name.length()), '\0');
                case 1 -> name.append("é".repeat(40));
                case 2 -> name.insert(0, "pg_");
                case 3 -> name.append('\uD83D');
                default -> name.append(names.size());
            }
            names.add(name.toString());
        }
        return names;
    }
}
