package dev.howdah.pg.access.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.Privilege;
import dev.howdah.pg.access.AccessObject;
import dev.howdah.pg.access.AccessRole;
import dev.howdah.pg.access.ObjectKind;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell that the console works out is what the server answers when it is asked. */
class AccessAgreementTest {

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void agreesWithTheServerInEveryCell(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (AccessCatalog catalog = new AccessCatalog(server);
                Connection connection = catalog.connect()) {
            EffectiveAccess access = catalog.access(server.user(), false);

            assertEquals(
                    EnumSet.allOf(ObjectKind.class),
                    EnumSet.copyOf(
                            access.objects().objects().stream().map(AccessObject::kind).toList()));
            assertEquals(List.of(), differences(access, catalog, connection, major));

            EffectiveAccess seenByAdministrator =
                    catalog.access(AccessCatalog.ADMINISTRATOR, false);
            assertEquals(access.roles(), seenByAdministrator.roles());
            assertEquals(access.objects(), seenByAdministrator.objects());

            // up to 15 even what the owner of the database is by itself hangs on its INHERIT
            catalog.run("ALTER ROLE ac_dbowner NOINHERIT");
            EffectiveAccess later = catalog.access(AccessCatalog.ADMINISTRATOR, false);
            assertEquals(List.of(), differences(later, catalog, connection, major));
        }
    }

    @ParameterizedTest
    @CsvSource({"13", "18"})
    void agreesOnTheSystemsOwnSchemas(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (AccessCatalog catalog = new AccessCatalog(server);
                Connection connection = catalog.connect()) {
            EffectiveAccess access = catalog.access(AccessCatalog.ADMINISTRATOR, true);

            assertTrue(access.objects().objects().size() > 3_000);
            assertEquals(List.of(), differences(access, catalog, connection, major));
        }
    }

    private static List<String> differences(
            EffectiveAccess access, AccessCatalog catalog, Connection connection, int major)
            throws SQLException {
        List<AccessRole> roles =
                catalog.roles().stream().map(r -> access.role(r).orElseThrow()).toList();
        List<Long> everybody = access.roles().roles().stream().map(AccessRole::oid).toList();
        ServerAnswers server = new ServerAnswers(connection, major);
        Map<Long, Set<Long>> settable =
                server.settable(roles.stream().map(AccessRole::oid).toList());
        List<String> differences = new ArrayList<>();
        for (ObjectKind kind : ObjectKind.values()) {
            List<AccessObject> objects =
                    access.objects().objects().stream().filter(o -> o.kind() == kind).toList();
            List<Long> oids = objects.stream().map(AccessObject::oid).toList();
            Answers answers =
                    new Answers(
                            server.held(kind, everybody, oids),
                            server.grantable(kind, everybody, oids),
                            kind.isRelation() ? server.onAnyColumn(everybody, oids) : Set.of(),
                            settable);
            for (AccessRole role : roles) {
                for (AccessObject object : objects) {
                    compare(access, role, object, answers, major, differences);
                }
            }
        }
        return differences.stream().limit(30).toList();
    }

    private record Answers(
            Set<ServerAnswers.Cell> held,
            Set<ServerAnswers.Cell> grantable,
            Set<ServerAnswers.Cell> onColumns,
            Map<Long, Set<Long>> settable) {}

    private static void compare(
            EffectiveAccess access,
            AccessRole role,
            AccessObject object,
            Answers answers,
            int major,
            List<String> differences) {
        Held ours = access.on(role, object);
        for (Privilege privilege : object.kind().privileges(major).list()) {
            var cell = new ServerAnswers.Cell(role.oid(), object.oid(), privilege);
            boolean held = answers.held.contains(cell);
            boolean columns = answers.onColumns.contains(cell) && !held;
            boolean later = !held && laterHeld(answers, cell);
            List<Boolean> theirs = List.of(held, answers.grantable.contains(cell), columns, later);
            List<Boolean> said =
                    List.of(
                            ours.privileges().contains(privilege),
                            ours.grantable().contains(privilege),
                            ours.onColumns().contains(privilege),
                            ours.afterSetRole().contains(privilege));
            if (!theirs.equals(said)) {
                differences.add(
                        "%s %s on %s %s: server %s, we %s"
                                .formatted(
                                        role.name(),
                                        privilege,
                                        object.kind(),
                                        object.sqlName(),
                                        theirs,
                                        said));
            }
            List<Boolean> byPaths = byPaths(access.paths(role, object, privilege), held);
            if (!byPaths.equals(List.of(held, columns, later))) {
                differences.add(
                        "%s %s on %s: paths say %s"
                                .formatted(role.name(), privilege, object.sqlName(), byPaths));
            }
        }
    }

    /** Whether there is a way now, on columns, after SET ROLE, each only without those before. */
    private static List<Boolean> byPaths(List<AccessPath> paths, boolean held) {
        boolean whole = false;
        boolean columns = false;
        boolean later = false;
        for (AccessPath path : paths) {
            boolean now = !path.afterSetRole();
            boolean everyColumn = path.column().isEmpty();
            whole |= now && everyColumn;
            columns |= now && !everyColumn && !held;
            later |= path.afterSetRole() && everyColumn && !held;
        }
        return List.of(whole, columns, later);
    }

    private static boolean laterHeld(Answers answers, ServerAnswers.Cell cell) {
        return answers.settable.getOrDefault(cell.role(), Set.of()).stream()
                .anyMatch(group ->
                        answers.held.contains(
                                new ServerAnswers.Cell(group, cell.object(), cell.privilege())));
    }
}
