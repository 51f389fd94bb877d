package dev.howdah.ui.users.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.howdah.core.Reading;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.access.AccessObjectsSnapshot;
import dev.howdah.pg.access.unused.RoleActivitySnapshot;
import dev.howdah.pg.roles.drop.RoleDependenciesSnapshot;
import dev.howdah.pg.roles.drop.RoleDependenciesSnapshot.InDatabase;
import dev.howdah.ui.notice.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a role may do on a real server, in the words of the access page. */
class AccessViewModelTest {
    private static SomeAccess access;

    private final AccessViewModel model = new AccessViewModel(Runnable::run, Runnable::run);

    @BeforeAll
    static void readAServer() throws Exception {
        access = SomeAccess.ofAReader();
    }

    @Test
    void countsBySchemaAndKindAndLooksIntoTheFuture() {
        access.showOn(model);

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
        access.showOn(model);

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
        access.showOn(model);

        assertEquals(
                List.of("Granted to readers by orders_owner, inherited through readers."),
                model.ways(access.object("items"), Privilege.SELECT));
        assertEquals(
                List.of("Granted to writers by orders_owner, but only after SET ROLE: writers."),
                model.ways(access.object("items"), Privilege.INSERT));
        assertEquals(
                List.of("Granted to the role itself by orders_owner, on the column sku."),
                model.ways(access.object("items"), Privilege.UPDATE));
        assertEquals(
                List.of(
                        "Granted to the role itself by payments_owner, with the right to grant it"
                                + " on."),
                model.ways(access.object("cards"), Privilege.SELECT));
        assertEquals(List.of(), model.ways(access.object("cards"), Privilege.DELETE));
    }

    @Test
    void saysWhoCanReadAnObject() {
        access.showOn(model);

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
                model.whoCan(access.object("cards")).stream()
                        .map(row -> row.role() + ": " + row.privileges() + ": " + row.way())
                        .toList());
    }

    @Test
    void leavesTheTableAloneWhenTheCatalogSaysTheSame() {
        access.showOn(model);
        AccessSheet before = model.sheet().get();

        model.showObjects(new Reading.Fresh<>(access.objects(), Instant.EPOCH.plusSeconds(60)));
        assertSame(before, model.sheet().get());

        model.showObjects(
                new Reading.Fresh<>(
                        new AccessObjectsSnapshot(
                                access.objects()
                                        .objects()
                                        .subList(1, access.objects().objects().size()),
                                1),
                        Instant.EPOCH.plusSeconds(120)));
        assertNotSame(before, model.sheet().get());
    }

    @Test
    void saysWhatARoleOwnsAndThatNobodyWorksAsIt() {
        access.showOn(model);
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
}
