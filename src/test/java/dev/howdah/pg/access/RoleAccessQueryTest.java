package dev.howdah.pg.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.testing.TestServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One statement tells in numbers what a role may do, to everybody who asks. */
class RoleAccessQueryTest {

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void countsWhatARoleMayDoNowAndLater(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (AccessCatalog catalog = new AccessCatalog(server)) {
            catalog.runAs(
                    "ac_owner_a",
                    "ALTER DEFAULT PRIVILEGES IN SCHEMA ac_a GRANT SELECT ON TABLES TO ac_read");
            catalog.runAs(
                    "ac_owner_b", "ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM ac_owner_b");

            RoleAccessFacts read = facts(catalog, "ac_read");
            RoleAccessFacts write = facts(catalog, "ac_write");

            assertEquals(new RoleAccessFacts.Counts(11, 4, 1, 1, 0), read.tables());
            assertEquals(new RoleAccessFacts.Counts(2, 2, 0, 0, 0), read.views());
            assertEquals(
                    List.of(
                            "ac b ac_owner_b 1 of 1, later unread",
                            "ac_a ac_owner_a 6 of 11, later read",
                            "ac_closed ac_owner_a 0 of 1, later unread"),
                    read.owners().stream().map(RoleAccessQueryTest::described).toList());
            assertEquals(
                    List.of("ac b ac_owner_b 1 of 1, later unread"),
                    read.gaps().stream().map(RoleAccessQueryTest::described).toList());
            boolean everybodyCreates = major < 15;
            assertEquals(
                    new RoleAccessFacts.Schemas(
                            4,
                            2,
                            List.of("ac b", "ac_closed"),
                            everybodyCreates ? 1 : 0,
                            everybodyCreates ? List.of("public") : List.of()),
                    read.schemas());
            assertEquals(new RoleAccessFacts.OnDatabase(true, false, false), read.database());
            assertEquals(0, read.sequencesAdvanced());
            assertEquals(1, write.sequencesAdvanced());
            assertEquals(2, write.sequences());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void saysTheSameAsTheMatrixForEveryRole(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (AccessCatalog catalog = new AccessCatalog(server)) {
            catalog.runAs(
                    "ac_owner_b",
                    "ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM ac_owner_b",
                    "ALTER DEFAULT PRIVILEGES IN SCHEMA \"ac b\" GRANT SELECT ON TABLES TO ac_ann");
            EffectiveAccess access = catalog.access(server.user(), false);
            for (String name : catalog.roles()) {
                AccessRole role = access.role(name).orElseThrow();
                RoleAccessFacts facts =
                        catalog.ask(AccessCatalog.ADMINISTRATOR, new RoleAccessQuery(role.oid()))
                                .orElseThrow();

                assertEquals(
                        counted(access, role, ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE),
                        readable(facts.tables()),
                        name);
                assertEquals(
                        counted(access, role, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW),
                        readable(facts.views()),
                        name);
                assertEquals(later(access, role), later(facts), name);
            }
            assertEquals(
                    Optional.empty(),
                    catalog.ask(server.user(), new RoleAccessQuery(4_000_000_000L)));
        }
    }

    private static String counted(EffectiveAccess access, AccessRole role, ObjectKind... kinds) {
        long total = 0;
        long readable = 0;
        for (AccessObject object : access.objects().objects()) {
            if (List.of(kinds).contains(object.kind())) {
                Held held = access.on(role, object);
                total++;
                boolean reads = held.privileges().contains(Privilege.SELECT);
                readable += reads && held.reachable() ? 1 : 0;
            }
        }
        return readable + " of " + total;
    }

    private static String readable(RoleAccessFacts.Counts counts) {
        return counts.readable() + " of " + counts.total();
    }

    private static List<String> later(EffectiveAccess access, AccessRole role) {
        return access.future(role).stream()
                .filter(future -> future.kind() == DefaultsKind.TABLES)
                .filter(future -> future.because() != FutureAccess.Because.MAY_CREATE)
                .map(future ->
                        future.schema()
                                + " "
                                + future.owner().name()
                                + " "
                                + future.held().contains(Privilege.SELECT)
                                + " "
                                + future.held().contains(Privilege.DELETE))
                .toList();
    }

    private static List<String> later(RoleAccessFacts facts) {
        return facts.owners().stream()
                .map(o ->
                        o.schema() + " " + o.owner() + " " + o.readsLater() + " " + o.writesLater())
                .toList();
    }

    private static RoleAccessFacts facts(AccessCatalog catalog, String name) throws Exception {
        EffectiveAccess access = catalog.access(AccessCatalog.ADMINISTRATOR, false);
        AccessRole role = access.role(name).orElseThrow();
        return catalog.ask(AccessCatalog.ADMINISTRATOR, new RoleAccessQuery(role.oid()))
                .orElseThrow();
    }

    private static String described(RoleAccessFacts.OwnerRow row) {
        return "%s %s %d of %d, later %s"
                .formatted(
                        row.schema(),
                        row.owner(),
                        row.readable(),
                        row.tables(),
                        row.readsLater() ? "read" : "unread");
    }
}
