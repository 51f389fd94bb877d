package dev.howdah.ui.users.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Reading;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.access.AccessObject;
import dev.howdah.pg.access.AccessObjectsQuery;
import dev.howdah.pg.access.AccessObjectsSnapshot;
import dev.howdah.pg.access.AccessRolesQuery;
import dev.howdah.pg.access.AccessRolesSnapshot;
import dev.howdah.pg.access.DefaultAclsQuery;
import dev.howdah.pg.access.DefaultAclsSnapshot;
import dev.howdah.pg.access.unused.RoleActivitySnapshot;
import dev.howdah.pg.roles.drop.RoleDependenciesSnapshot;
import dev.howdah.pg.roles.drop.RoleDependenciesSnapshot.InDatabase;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.Visitor;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.notice.Notice;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a role may do on a real server, as the access page shows it. */
class AccessViewTest {
    private static AccessRolesSnapshot roles;
    private static AccessObjectsSnapshot objects;
    private static DefaultAclsSnapshot defaults;

    private final SomeWorkbench workbench = new SomeWorkbench();
    private final Session session = SomeSessions.nowhere();
    private final AccessViewModel model = new AccessViewModel(Runnable::run, Runnable::run);

    /** A reader through a group, with the usual gaps: another owner, another schema. */
    @BeforeAll
    static void readAServer() throws Exception {
        Fx.start();
        try (TestServer server = TestServer.start(18, Map.of());
                Visitor visitor = Visitor.with(Visitor.Rights.SUPERUSER, server)) {
            server.run(
                    "CREATE ROLE orders_owner",
                    "CREATE ROLE payments_owner",
                    "CREATE ROLE readers",
                    "CREATE ROLE writers",
                    "CREATE ROLE analyst01 LOGIN IN ROLE readers",
                    "GRANT writers TO analyst01 WITH INHERIT FALSE",
                    "CREATE SCHEMA orders AUTHORIZATION orders_owner",
                    "CREATE SCHEMA payments AUTHORIZATION payments_owner",
                    "SET ROLE orders_owner",
                    "CREATE TABLE orders.orders (id int PRIMARY KEY, total int)",
                    "CREATE TABLE orders.items (id int, sku text)",
                    "CREATE SEQUENCE orders.numbers",
                    "GRANT USAGE ON SCHEMA orders TO readers",
                    "GRANT SELECT ON ALL TABLES IN SCHEMA orders TO readers",
                    "ALTER DEFAULT PRIVILEGES IN SCHEMA orders GRANT SELECT ON TABLES TO readers",
                    "GRANT INSERT ON orders.items TO writers",
                    "GRANT UPDATE (sku) ON orders.items TO analyst01",
                    "RESET ROLE",
                    "SET ROLE payments_owner",
                    "CREATE TABLE payments.cards (id int)",
                    "GRANT SELECT ON payments.cards TO analyst01 WITH GRANT OPTION",
                    "RESET ROLE");
            roles = visitor.ask(new AccessRolesQuery());
            objects = visitor.ask(new AccessObjectsQuery(false));
            defaults = visitor.ask(new DefaultAclsQuery());
        }
    }

    private AccessController controller() {
        AccessActs acts = new AccessActs(session, workbench, () -> {});
        return new AccessController(model, workbench, acts, () -> {}, () -> {});
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void show() {
        model.showRoles(new Reading.Fresh<>(roles, Instant.EPOCH));
        model.showObjects(new Reading.Fresh<>(objects, Instant.EPOCH));
        model.showDefaults(new Reading.Fresh<>(defaults, Instant.EPOCH));
        look("analyst01");
    }

    private void look(String role) {
        model.look(
                roles.roles().stream()
                        .filter(each -> each.name().equals(role))
                        .findFirst()
                        .orElseThrow()
                        .oid());
    }

    @Test
    void countsBySchemaAndKindAndLooksIntoTheFuture() {
        show();

        assertEquals(
                List.of(
                        "orders: USAGE, create –",
                        "  2 tables: SELECT 2, AFTER_SET_ROLE, COLUMNS, delete –",
                        "  1 sequence: select –, update –, usage –",
                        "  later tables, orders_owner: SELECT, insert –, update –, delete –",
                        "  later sequences, orders_owner: select –, update –, usage –",
                        "payments: usage –, create –",
                        "  1 table: UNREACHABLE, insert –, update –, delete –",
                        "  later tables, payments_owner: GAP, insert –, update –, delete –",
                        "  later sequences, payments_owner: select –, update –, usage –"),
                lines().stream().filter(line -> !line.startsWith("public")).toList());
    }

    /** CONNECT stands in the column of USAGE; no schema stands before a database. */
    @Test
    void aDatabaseIsNeverBehindASchema() {
        show();

        AccessLine databases =
                Objects.requireNonNull(model.sheet().get()).lines().stream()
                        .filter(line -> line.label().endsWith("databases"))
                        .findFirst()
                        .orElseThrow();

        String count = databases.label().replace(" databases", "");
        assertEquals(count + " databases: USAGE " + count + ", create –", described(databases));
    }

    private List<String> lines() {
        List<String> all = new ArrayList<>();
        for (AccessLine schema : Objects.requireNonNull(model.sheet().get()).lines()) {
            if (schema.label().equals("orders") || schema.label().equals("payments")) {
                all.add(described(schema));
                schema.below().get().forEach(line -> all.add("  " + described(line)));
            }
        }
        return all;
    }

    private static String described(AccessLine line) {
        List<String> cells = new ArrayList<>();
        for (AccessColumn column :
                List.of(
                        AccessColumn.SELECT,
                        AccessColumn.INSERT,
                        AccessColumn.UPDATE,
                        AccessColumn.DELETE,
                        AccessColumn.USAGE,
                        AccessColumn.CREATE)) {
            AccessCell cell = line.cells().get(column);
            if (cell != null) {
                String name = column.name();
                cells.add(
                        switch (cell.mark()) {
                            case ALL -> (name + " " + cell.text()).strip();
                            case GAP, UNREACHABLE, COLUMNS, AFTER_SET_ROLE -> cell.mark().name();
                            default -> name.toLowerCase(Locale.ROOT) + " " + cell.text();
                        });
            }
        }
        return line.label() + ": " + String.join(", ", cells);
    }

    @Test
    void saysByWhichWayAPrivilegeIsHeld() {
        show();

        assertEquals(
                List.of("Granted to readers by orders_owner, inherited through readers."),
                model.ways(object("items"), Privilege.SELECT));
        assertEquals(
                List.of("Granted to writers by orders_owner, but only after SET ROLE: writers."),
                model.ways(object("items"), Privilege.INSERT));
        assertEquals(
                List.of("Granted to the role itself by orders_owner, on the column sku."),
                model.ways(object("items"), Privilege.UPDATE));
        assertEquals(
                List.of(
                        "Granted to the role itself by payments_owner, with the right to grant it"
                                + " on."),
                model.ways(object("cards"), Privilege.SELECT));
        assertEquals(List.of(), model.ways(object("cards"), Privilege.DELETE));
    }

    @Test
    void saysWhoCanReadAnObject() {
        show();

        assertEquals(
                List.of(
                        "analyst01: SELECT: Granted to the role itself by payments_owner, with the right to"
                                + " grant it on.",
                        "payments_owner: all 8: The owner may do everything.",
                        "pg_maintain: MAINTAIN: Given to the role by PostgreSQL itself.",
                        "pg_read_all_data: SELECT: Given to the role by PostgreSQL itself.",
                        "pg_write_all_data: INSERT, UPDATE, DELETE: Given to the role by"
                                + " PostgreSQL itself.",
                        "postgres: all 8: A superuser may do everything."),
                model.whoCan(object("cards")).stream()
                        .map(row -> row.role() + ": " + row.privileges() + ": " + row.way())
                        .toList());
    }

    private static AccessObject object(String name) {
        return objects.objects().stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leavesTheTableAloneWhenTheCatalogSaysTheSame() {
        show();
        AccessSheet before = model.sheet().get();

        model.showObjects(new Reading.Fresh<>(objects, Instant.EPOCH.plusSeconds(60)));
        assertSame(before, model.sheet().get());

        model.showObjects(
                new Reading.Fresh<>(
                        new AccessObjectsSnapshot(
                                objects.objects().subList(1, objects.objects().size()), 1),
                        Instant.EPOCH.plusSeconds(120)));
        assertNotSame(before, model.sheet().get());
    }

    @Test
    void saysWhatARoleOwnsAndThatNobodyWorksAsIt() {
        show();
        model.showBelongings(
                new RoleDependenciesSnapshot(
                        "analyst01",
                        true,
                        true,
                        List.of(
                                new InDatabase("shop", 3, 1, true, true),
                                new InDatabase("archive", 1, 0, true, true)),
                        0,
                        0));
        model.showActivity(
                new Reading.Fresh<>(
                        new RoleActivitySnapshot(
                                Optional.of(Instant.EPOCH), Optional.of(0L), List.of(), 0),
                        Instant.EPOCH));

        assertEquals(
                List.of(
                        "It owns 4 objects: 3 in shop, 1 in archive.",
                        "Nobody has worked as this role since 1970-01-01 00:00 UTC, when the"
                                + " statement statistics began. It has 2 grants on tables and none"
                                + " on other objects."),
                Objects.requireNonNull(model.sheet().get()).notices().stream()
                        .map(Notice::sentence)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void opensSchemasAndShowsWaysAndWhoCan(Fx.Look look) throws Exception {
        Parent view = Fx.call(() -> FxmlViews.load(controller()));
        Fx.run(this::show);
        assertTrue(Files.size(Fx.picture(view, "access", look, 480, 520)) > 5_000);

        TreeTableView<AccessLine> table = table(view);
        Fx.run(() -> {
            TreeItem<AccessLine> orders =
                    table.getRoot().getChildren().stream()
                            .filter(item -> item.getValue().label().equals("orders"))
                            .findFirst()
                            .orElseThrow();
            orders.getChildren().getFirst().setExpanded(true);
            int items = table.getRow(orders.getChildren().getFirst().getChildren().getFirst());
            table.getSelectionModel().select(items, table.getColumns().get(1));
            table.getFocusModel().focus(items, table.getColumns().get(1));
        });
        assertTrue(Files.size(Fx.picture(view, "access-ways", look, 480, 520)) > 5_000);
        assertTrue(Files.size(Fx.picture(view, "access-ways", look, 900, 700)) > 5_000);

        Parent whoCan =
                Fx.call(() ->
                        FxmlViews.load(
                                new WhoCanController(
                                        AccessWords.object(object("cards")),
                                        model.whoCan(object("cards")),
                                        workbench,
                                        () -> {})));
        assertTrue(Files.size(Fx.picture(whoCan, "who-can", look, 760, 480)) > 5_000);
    }

    @Test
    void keepsOpenLinesOpenWhenTheCatalogIsReadAgain() {
        Parent view = Fx.call(() -> FxmlViews.load(controller()));
        Fx.run(this::show);
        TreeTableView<AccessLine> table = table(view);
        Fx.run(() -> table.getRoot().getChildren().getFirst().setExpanded(false));
        List<String> before = Fx.call(() -> visible(table));

        Fx.run(() -> model.showObjects(new Reading.Fresh<>(objects, Instant.EPOCH)));

        assertEquals(before, Fx.call(() -> visible(table)));
    }

    private static List<String> visible(TreeTableView<AccessLine> table) {
        List<String> labels = new ArrayList<>();
        for (int row = 0; row < table.getExpandedItemCount(); row++) {
            labels.add(table.getTreeItem(row).getValue().label());
        }
        return labels;
    }

    @SuppressWarnings("unchecked")
    private static TreeTableView<AccessLine> table(Parent view) {
        return (TreeTableView<AccessLine>) view.lookup("#table");
    }
}
