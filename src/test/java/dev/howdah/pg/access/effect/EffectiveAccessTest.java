package dev.howdah.pg.access.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.pg.Privilege;
import dev.howdah.pg.access.AccessObject;
import dev.howdah.pg.access.AccessRole;
import dev.howdah.pg.access.ObjectKind;
import dev.howdah.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The matrix counts, a cell opens to its objects, and each privilege says where it comes from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EffectiveAccessTest {
    private final TestServer server = TestServer.newest();
    private AccessCatalog catalog;
    private EffectiveAccess access;

    @BeforeAll
    void makeTheCatalog() throws Exception {
        catalog = new AccessCatalog(server);
        access = catalog.access(server.user(), false);
    }

    @AfterAll
    void dropTheCatalog() throws Exception {
        catalog.close();
    }

    @Test
    void aMatrixCountsBySchemaAndKind() {
        assertEquals(
                List.of(
                        "SCHEMA 1, reachable: {USAGE=1, CREATE=1}",
                        "TABLE 8, reachable: {SELECT=4+1 columns, INSERT=1+1 columns, UPDATE=1+1"
                                + " columns, DELETE=1, TRUNCATE=1, REFERENCES=1, TRIGGER=2,"
                                + " MAINTAIN=1}"),
                linesOf("ac_write", "ac_a").subList(0, 2));
        assertEquals(
                List.of("SCHEMA 1, reachable: {}", "TABLE 1, not reachable: {SELECT=1}"),
                linesOf("ac_eve", "ac_closed"));
        assertEquals(
                List.of(
                        "SCHEMA 1, reachable: {USAGE=0 (1 after SET ROLE), CREATE=0 (1 after SET"
                                + " ROLE)}",
                        "TABLE 8, not reachable: {SELECT=1 (3 after SET ROLE), INSERT=0+1 columns (1"
                                + " after SET ROLE), UPDATE=0 (1 after SET ROLE), DELETE=0 (1 after"
                                + " SET ROLE), TRUNCATE=0 (1 after SET ROLE), REFERENCES=0 (1 after"
                                + " SET ROLE), TRIGGER=0 (2 after SET ROLE), MAINTAIN=0 (1 after"
                                + " SET ROLE)}"),
                linesOf("ac_bob", "ac_a").subList(0, 2));
    }

    @Test
    void aLineOpensToItsObjects() {
        AccessMatrix.Line line =
                access.matrix(role("ac_read")).lines().stream()
                        .filter(l -> l.schema().equals("ac_a") && l.kind() == ObjectKind.ROUTINE)
                        .findFirst()
                        .orElseThrow();

        assertEquals(
                List.of(
                        "\"ac_a\".\"act\"(bigint) []",
                        "\"ac_a\".\"span\"(integer, integer) [EXECUTE]",
                        "\"ac_a\".\"span\"(integer, integer, text) [EXECUTE]",
                        "\"ac_a\".\"span_multirange\"() [EXECUTE]",
                        "\"ac_a\".\"span_multirange\"(ac_a.span) [EXECUTE]",
                        "\"ac_a\".\"span_multirange\"(ac_a.span[]) [EXECUTE]",
                        "\"ac_a\".\"total\"(integer) [EXECUTE]",
                        "\"ac_a\".\"twice\"() [EXECUTE]",
                        "\"ac_a\".\"twice\"(integer, text) [EXECUTE] may grant [EXECUTE]"),
                access.objects(role("ac_read"), line.schemaOid(), line.kind()).stream()
                        .map(o ->
                                o.object().sqlName()
                                        + " "
                                        + o.held().privileges()
                                        + (o.held().grantable().isEmpty()
                                                ? ""
                                                : " may grant " + o.held().grantable()))
                        .toList());
    }

    private List<String> linesOf(String role, String schema) {
        return access.matrix(role(role)).lines().stream()
                .filter(line -> line.schema().equals(schema))
                .map(EffectiveAccessTest::described)
                .toList();
    }

    private static String described(AccessMatrix.Line line) {
        List<String> cells =
                line.kind().privileges(18).list().stream()
                        .filter(p -> !AccessMatrix.Cell.NOTHING.equals(line.cell(p)))
                        .map(p -> p + "=" + described(line.cell(p)))
                        .toList();
        return "%s %d, %s: {%s}"
                .formatted(
                        line.kind(),
                        line.total(),
                        line.reachable() ? "reachable" : "not reachable",
                        String.join(", ", cells));
    }

    private static String described(AccessMatrix.Cell cell) {
        return cell.held()
                + (cell.onColumns() > 0 ? "+" + cell.onColumns() + " columns" : "")
                + (cell.afterSetRole() > 0 ? " (" + cell.afterSetRole() + " after SET ROLE)" : "");
    }

    @Test
    void everyWayToAPrivilegeIsNamed() {
        assertEquals(
                List.of("DIRECT by ac_owner_a, grantable", "MEMBERSHIP via ac_write by ac_owner_a"),
                ways("ac_ann", "ac_a", "shared", Privilege.SELECT));
        assertEquals(
                List.of("MEMBERSHIP via ac_write → ac_read by ac_owner_a"),
                ways("ac_ann", "ac_a", "plain", Privilege.SELECT));
        assertEquals(
                List.of("DIRECT by ac_ann"), ways("ac_eve", "ac_a", "shared", Privilege.SELECT));
        assertEquals(
                List.of("PUBLIC by ac_owner_a"),
                ways("ac_dbmember", "ac_a", "public", Privilege.SELECT));
        assertEquals(
                List.of("OWNER by ac_owner_a, grantable"),
                ways("ac_owner_a", "ac_a", "plain", Privilege.SELECT));
        assertEquals(List.of(), ways("ac_owner_a", "ac_a", "revoked", Privilege.SELECT));
        assertEquals(
                List.of("MEMBERSHIP via ac_read by ac_owner_a, after SET ROLE"),
                ways("ac_bob", "ac_a", "plain", Privilege.SELECT));
        assertEquals(
                List.of("PREDEFINED via pg_read_all_data"),
                ways("ac_reader", "ac_a", "empty", Privilege.SELECT));
        assertEquals(
                List.of("SUPERUSER, grantable"),
                ways("ac_super", "ac_a", "empty", Privilege.MAINTAIN));
        assertEquals(
                List.of("SUPERUSER via ac_super, grantable, after SET ROLE"),
                ways("ac_sleeper", "ac_a", "empty", Privilege.MAINTAIN));
        assertEquals(
                List.of("DIRECT by ac_owner_a column id"),
                ways("ac_eve", "ac_a", "columns", Privilege.SELECT));
    }

    @Test
    void anObjectSaysWhoMayWhat() {
        String all = "[SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER, MAINTAIN]";
        assertEquals(
                List.of(
                        AccessCatalog.HOSTILE + " [] later [INSERT, UPDATE, DELETE]",
                        "ac_ann [SELECT] later []",
                        "ac_bob [] later [SELECT]",
                        "ac_mixed [SELECT] later []",
                        "ac_owner_a " + all + " later []",
                        "ac_owner_b [] later [INSERT, UPDATE, DELETE]",
                        "ac_read [SELECT] later []",
                        "ac_reader [SELECT, MAINTAIN] later []",
                        "ac_sleeper [] later " + all,
                        "ac_super " + all + " later []",
                        "ac_write [SELECT] later []",
                        "ac_writer [INSERT, UPDATE, DELETE] later []"),
                access.whoCan(object("ac_a", "plain")).stream()
                        .filter(who -> catalog.roles().contains(who.role().name()))
                        .map(who ->
                                "%s %s later %s"
                                        .formatted(
                                                who.role().name(),
                                                who.held().privileges(),
                                                who.held().afterSetRole()))
                        .toList());
    }

    private AccessRole role(String name) {
        return access.role(name).orElseThrow();
    }

    private AccessObject object(String schema, String name) {
        return access.objects().objects().stream()
                .filter(o -> o.schema().equals(schema) && o.name().equals(name))
                .filter(o -> o.kind().isRelation())
                .findFirst()
                .orElseThrow();
    }

    private List<String> ways(String role, String schema, String name, Privilege privilege) {
        return access.paths(role(role), object(schema, name), privilege).stream()
                .map(EffectiveAccessTest::described)
                .toList();
    }

    private static String described(AccessPath path) {
        String via = String.join(" → ", path.chain().stream().map(AccessRole::name).toList());
        return path.kind()
                + (via.isEmpty() ? "" : " via " + via)
                + path.grantor().map(grantor -> " by " + grantor.name()).orElse("")
                + (path.column().isEmpty() ? "" : " column " + path.column())
                + (path.grantable() ? ", grantable" : "")
                + (path.afterSetRole() ? ", after SET ROLE" : "");
    }
}
