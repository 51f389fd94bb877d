package dev.howdah.pg.access.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.pg.Privilege;
import dev.howdah.pg.access.AccessObject;
import dev.howdah.pg.access.AccessObjectsSnapshot;
import dev.howdah.pg.access.AccessRole;
import dev.howdah.pg.access.AccessRolesSnapshot;
import dev.howdah.pg.access.DefaultAclsSnapshot;
import dev.howdah.pg.access.ObjectKind;
import dev.howdah.pg.access.Privileges;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading waits for nobody, and what was not read is unknown and never "no". */
class AccessLimitsTest {

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void waitsForNoLock(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (AccessCatalog catalog = new AccessCatalog(server);
                Connection other = catalog.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE ac_a.plain, ac_a.parted IN ACCESS EXCLUSIVE MODE");
            statement.execute("REFRESH MATERIALIZED VIEW ac_a.kept");
            statement.execute("ALTER TABLE ac_a.columns ADD COLUMN later int");
            statement.execute("GRANT SELECT ON ac_a.shared TO ac_bob");

            EffectiveAccess access = catalog.access(AccessCatalog.ADMINISTRATOR, false);

            assertEquals(
                    11,
                    access.objects().objects().stream()
                            .filter(o ->
                                    o.kind() == ObjectKind.TABLE
                                            || o.kind() == ObjectKind.FOREIGN_TABLE)
                            .count());
            other.rollback();
        }
    }

    @Test
    void anAclThatWasNotReadLeavesRightsUnknownExceptWhereNoAclIsNeeded() {
        AccessRole plain = new AccessRole(100, "plain", true, false, true, List.of());
        AccessRole reader =
                new AccessRole(
                        101,
                        "reader",
                        true,
                        false,
                        true,
                        List.of(new AccessRole.Membership(102, false, true, true)));
        AccessRole readAll = new AccessRole(102, "pg_read_all_data", false, false, true, List.of());
        AccessRole root = new AccessRole(10, "postgres", true, true, true, List.of());
        AccessObject table =
                new AccessObject(
                        ObjectKind.TABLE,
                        2200,
                        "public",
                        20_000,
                        "t",
                        "",
                        10,
                        Optional.empty(),
                        List.of());
        EffectiveAccess access =
                new EffectiveAccess(
                        new AccessRolesSnapshot(
                                14, 10, List.of(plain, reader, readAll, root), 4, 0),
                        new AccessObjectsSnapshot(List.of(table), 7),
                        new DefaultAclsSnapshot(Map.of(), List.of(), 0));
        Privileges all = ObjectKind.TABLE.privileges(14);
        Privileges select = Privileges.of(Privilege.SELECT);

        assertEquals(all, access.on(plain, table).unknown());
        assertEquals(Privileges.NONE, access.on(plain, table).privileges());
        assertEquals(select, access.on(reader, table).privileges());
        assertEquals(all.without(select), access.on(reader, table).unknown());
        assertEquals(all, access.on(root, table).privileges());
        assertEquals(Privileges.NONE, access.on(root, table).unknown());
        assertEquals(
                new AccessMatrix.Cell(0, 0, 0, 0, 1),
                access.matrix(plain).lines().getFirst().cell(Privilege.SELECT));
        assertEquals(
                1,
                access.objects().objects().stream()
                        .filter(object -> object.acl().isEmpty())
                        .count());
        assertEquals(7, access.objects().notRead());
    }
}
