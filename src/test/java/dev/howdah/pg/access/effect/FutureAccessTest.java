package dev.howdah.pg.access.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.pg.Privilege;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.access.AccessObject;
import dev.howdah.pg.access.AccessRole;
import dev.howdah.pg.access.ObjectKind;
import dev.howdah.pg.access.Privileges;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about objects that are created later is true once they are created. */
class FutureAccessTest {

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void aLaterObjectHasThePrivilegesThatWereForetold(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (AccessCatalog catalog = new AccessCatalog(server);
                Connection connection = catalog.connect()) {
            setDefaults(catalog);
            EffectiveAccess before = catalog.access(AccessCatalog.ADMINISTRATOR, false);
            List<FutureAccess> any = before.future(before.role("ac_eve").orElseThrow());
            for (FutureAccess place : any) {
                if (place.because() != FutureAccess.Because.OWNS) {
                    create(catalog, place);
                }
            }
            EffectiveAccess after = catalog.access(AccessCatalog.ADMINISTRATOR, false);

            List<String> differences = new ArrayList<>();
            Set<String> places = new TreeSet<>();
            for (String name : catalog.roles()) {
                AccessRole role = before.role(name).orElseThrow();
                for (FutureAccess future : before.future(role)) {
                    Optional<AccessObject> created = find(after, future);
                    if (created.isPresent()) {
                        places.add(future.schema() + " " + future.owner().name());
                        compare(connection, major, future, role, created.get(), differences);
                    }
                }
            }
            assertEquals(List.of(), differences);
            assertEquals(expectedPlaces(major), places);
        }
    }

    /** In public everybody who logs in may create up to 14, from 15 on its owner. */
    private static Set<String> expectedPlaces(int major) {
        Set<String> places =
                new TreeSet<>(
                        Set.of(
                                "ac b ac_owner_b",
                                "ac b " + AccessCatalog.HOSTILE,
                                "ac_a ac_owner_a",
                                "ac_a ac_write",
                                "ac_a ac_ann",
                                "ac_closed ac_owner_a",
                                "public ac_dbowner",
                                "public ac_dbmember"));
        if (major >= 16) {
            places.add("ac_a ac_mixed");
        }
        if (major < 15) {
            List.of(
                            "ac_sleeper",
                            "ac_owner_a",
                            "ac_owner_b",
                            "ac_ann",
                            "ac_bob",
                            "ac_eve",
                            "ac_mixed",
                            "ac_reader",
                            "ac_writer",
                            AccessCatalog.ADMINISTRATOR,
                            AccessCatalog.HOSTILE)
                    .forEach(login -> places.add("public " + login));
        }
        return places;
    }

    private static void setDefaults(AccessCatalog catalog) throws SQLException {
        String hostile = SqlNames.quoted(AccessCatalog.HOSTILE);
        catalog.runAs(
                "ac_owner_a",
                "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO ac_read",
                "ALTER DEFAULT PRIVILEGES IN SCHEMA ac_a GRANT INSERT ON TABLES TO ac_write",
                "ALTER DEFAULT PRIVILEGES IN SCHEMA ac_a GRANT SELECT ON TABLES TO " + hostile,
                "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON ROUTINES FROM PUBLIC",
                "ALTER DEFAULT PRIVILEGES IN SCHEMA ac_closed GRANT EXECUTE ON ROUTINES TO ac_eve");
        catalog.runAs(
                "ac_owner_b",
                "ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM ac_owner_b",
                "ALTER DEFAULT PRIVILEGES IN SCHEMA \"ac b\" GRANT USAGE ON SEQUENCES TO PUBLIC",
                "ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC");
    }

    private static String name(FutureAccess place) {
        return "later " + place.owner().oid();
    }

    private static void create(AccessCatalog catalog, FutureAccess place) throws SQLException {
        String name = SqlNames.quoted(place.schema(), name(place));
        catalog.runAs(
                place.owner().name(),
                switch (place.kind()) {
                    case TABLES -> "CREATE TABLE " + name + " ()";
                    case SEQUENCES -> "CREATE SEQUENCE " + name.replace("later", "later s");
                    case ROUTINES ->
                            "CREATE FUNCTION " + name + "() RETURNS int LANGUAGE sql AS 'SELECT 1'";
                    case TYPES -> "CREATE TYPE " + name.replace("later", "later t") + " AS ENUM ()";
                    case SCHEMAS, LARGE_OBJECTS -> throw new IllegalStateException();
                });
    }

    private static Optional<AccessObject> find(EffectiveAccess access, FutureAccess place) {
        return access.objects().objects().stream()
                .filter(o -> o.schemaOid() == place.schemaOid())
                .filter(o -> o.kind() == ObjectKind.of(place.kind()).orElseThrow())
                .filter(o -> o.name().startsWith("later"))
                .filter(o -> o.owner() == place.owner().oid())
                .findFirst();
    }

    private static void compare(
            Connection connection,
            int major,
            FutureAccess future,
            AccessRole role,
            AccessObject created,
            List<String> differences)
            throws SQLException {
        Set<ServerAnswers.Cell> held =
                new ServerAnswers(connection, major)
                        .held(created.kind(), List.of(role.oid()), List.of(created.oid()));
        Privileges server =
                Privileges.of(
                        held.stream().map(ServerAnswers.Cell::privilege).toArray(Privilege[]::new));
        if (!server.equals(future.held())) {
            differences.add(
                    "%s on %s of %s in %s: server %s, we %s"
                            .formatted(
                                    role.name(),
                                    created.kind(),
                                    future.owner().name(),
                                    future.schema(),
                                    server,
                                    future.held()));
        }
    }

    @Test
    void aGapIsWhatHoldsOnAllThatIsThereAndNotOnWhatComes() throws Exception {
        TestServer server = TestServer.newest();
        try (AccessCatalog catalog = new AccessCatalog(server)) {
            catalog.runAs("ac_owner_a", "GRANT SELECT ON ALL TABLES IN SCHEMA ac_a TO ac_read");
            catalog.runAs(
                    "ac_owner_b",
                    "ALTER DEFAULT PRIVILEGES IN SCHEMA \"ac b\" GRANT SELECT ON TABLES TO ac_read");

            EffectiveAccess access = catalog.access(server.user(), false);

            assertEquals(
                    List.of("ac_a ac_owner_a TABLES [SELECT]"),
                    access.future(access.role("ac_read").orElseThrow()).stream()
                            .filter(future -> !future.gap().isEmpty())
                            .map(future ->
                                    "%s %s %s %s"
                                            .formatted(
                                                    future.schema(),
                                                    future.owner().name(),
                                                    future.kind(),
                                                    future.gap()))
                            .toList());
        }
    }
}
