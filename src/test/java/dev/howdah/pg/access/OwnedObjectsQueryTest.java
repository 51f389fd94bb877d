package dev.howdah.pg.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.SqlNames;
import dev.howdah.pg.access.OwnedObjectsSnapshot.DatabaseRow;
import dev.howdah.pg.access.OwnedObjectsSnapshot.ObjectRow;
import dev.howdah.testing.TestServer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What keeps a role from being dropped is found in every database and named in ours. */
class OwnedObjectsQueryTest {

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void countsByDatabaseAndNamesWhatIsHere(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (AccessCatalog catalog = new AccessCatalog(server)) {
            server.run("CREATE TABLE ac_elsewhere ()", "CREATE TABLE ac_granted ()");
            String hostile = SqlNames.quoted(AccessCatalog.HOSTILE);
            server.run(
                    "ALTER TABLE ac_elsewhere OWNER TO ac_owner_b",
                    "GRANT SELECT ON ac_granted TO ac_owner_b, " + hostile);
            catalog.run("CREATE POLICY ac_policy ON ac_a.plain TO ac_owner_b USING (true)");

            OwnedObjectsSnapshot ownerB = owned(catalog, "ac_owner_b");
            OwnedObjectsSnapshot nobody = owned(catalog, "ac_bob");
            OwnedObjectsSnapshot databaseOwner = owned(catalog, "ac_dbowner");
            server.run("DROP TABLE ac_elsewhere, ac_granted");

            assertEquals(
                    List.of(
                            "ac_database 4 owned 1 granted 1 policies",
                            "postgres 1 owned 1 granted 0 policies"),
                    ownerB.databases().stream().map(OwnedObjectsQueryTest::described).toList());
            assertEquals(
                    List.of(
                            new ObjectRow("function", "\"ac b\".\"f(x)\"(ac_a.mood)"),
                            new ObjectRow("schema", "\"ac b\""),
                            new ObjectRow("sequence", "\"ac b\".numbers"),
                            new ObjectRow("table", "\"ac b\".\"ta\"\"ble, {x}\\\"")),
                    ownerB.here());
            assertEquals(0, ownerB.hereNotRead());
            assertFalse(ownerB.isFree());
            assertTrue(nobody.isFree());
            assertEquals(
                    List.of(" 1 owned 0 granted 0 policies"),
                    databaseOwner.databases().stream()
                            .map(OwnedObjectsQueryTest::described)
                            .toList());
            assertEquals(
                    List.of(new ObjectRow("database", AccessCatalog.DATABASE)),
                    databaseOwner.here());
            assertFalse(owned(catalog, server.user()).recorded());
        }
    }

    private static OwnedObjectsSnapshot owned(AccessCatalog catalog, String role) throws Exception {
        String user = AccessCatalog.ADMINISTRATOR;
        AccessRolesSnapshot roles = catalog.ask(user, new AccessRolesQuery());
        long oid =
                roles.roles().stream()
                        .filter(r -> r.name().equals(role))
                        .findFirst()
                        .orElseThrow()
                        .oid();
        return catalog.ask(user, new OwnedObjectsQuery(oid));
    }

    private static String described(DatabaseRow row) {
        return "%s %d owned %d granted %d policies"
                .formatted(row.name(), row.owned(), row.granted(), row.policies());
    }
}
