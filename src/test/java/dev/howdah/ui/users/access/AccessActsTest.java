package dev.howdah.ui.users.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Problem;
import dev.howdah.core.change.Change;
import dev.howdah.pg.DefaultsKind;
import dev.howdah.pg.Privilege;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.Leftovers;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.testing.TestServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a press on the menu of an access cell proposes for tables that are made later. */
class AccessActsTest {
    private static final TestServer SERVER = TestServer.of(13);

    private final SomeWorkbench workbench = new SomeWorkbench();
    private final Session session = SomeSessions.on(SERVER, "postgres");
    private final List<Problem> refused = new ArrayList<>();

    @BeforeAll
    static void makeTheShop() throws SQLException {
        Fx.start();
        drop();
        SERVER.run(
                "CREATE ROLE aa_owner",
                "CREATE ROLE aa_reader",
                "CREATE ROLE aa_group",
                "CREATE SCHEMA aa AUTHORIZATION aa_owner",
                "ALTER DEFAULT PRIVILEGES FOR ROLE aa_owner IN SCHEMA aa"
                        + " GRANT SELECT ON TABLES TO aa_reader",
                "ALTER DEFAULT PRIVILEGES FOR ROLE aa_owner GRANT SELECT ON TABLES TO aa_reader",
                "ALTER DEFAULT PRIVILEGES FOR ROLE aa_owner GRANT INSERT ON TABLES TO aa_group");
    }

    @AfterAll
    static void drop() throws SQLException {
        Leftovers.drop(SERVER, "aa", "aa_reader", "aa_group", "aa_owner");
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void revokesInEveryEntryThatGivesThePrivilege() {
        assertEquals(
                """
                ALTER DEFAULT PRIVILEGES FOR ROLE "aa_owner" IN SCHEMA "aa" REVOKE SELECT ON TABLES\
                 FROM "aa_reader";
                ALTER DEFAULT PRIVILEGES FOR ROLE "aa_owner" REVOKE SELECT ON TABLES FROM\
                 "aa_reader";\
                """,
                statements(proposed(Privilege.SELECT, false)));
    }

    @Test
    void grantsInTheSchemaAndKeepsWhatIsThere() {
        assertEquals(
                "ALTER DEFAULT PRIVILEGES FOR ROLE \"aa_owner\" IN SCHEMA \"aa\" GRANT UPDATE ON"
                        + " TABLES TO \"aa_reader\";",
                statements(proposed(Privilege.UPDATE, true)));
    }

    @Test
    void saysThatAnotherOnesPrivilegeIsNotRevokedHere() {
        acts().propose(later(Privilege.INSERT), false, "aa_reader", refused::add);
        Fx.eventually("it is refused", () -> !refused.isEmpty());

        assertEquals(
                "aa_reader gets this by PUBLIC, by a role it is a member of or by what is built in,"
                        + " not by a default privilege of its own. The list of default privileges"
                        + " shows which.",
                refused.getFirst().sentence());
    }

    private Change proposed(Privilege privilege, boolean grants) {
        acts().propose(later(privilege), grants, "aa_reader", refused::add);
        Fx.eventually("a change", () -> !workbench.changes.isEmpty());
        return workbench.changes.getLast();
    }

    private AccessActs acts() {
        return new AccessActs(session, workbench, () -> {});
    }

    private static AccessActs.Act later(Privilege privilege) {
        AccessLine line =
                AccessLine.leaf(
                        "later",
                        "later tables",
                        Map.of(),
                        new AccessLine.Later("aa", "aa_owner", DefaultsKind.TABLES));
        return AccessActs.act(line, privilege).orElseThrow();
    }

    private static String statements(Change change) {
        return change.preview()
                .lines()
                .filter(line -> line.startsWith("ALTER"))
                .collect(Collectors.joining("\n"));
    }
}
