package dev.howdah.pg.roles.drop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.SomeReach;
import dev.howdah.pg.roles.SomeShop;
import dev.howdah.testing.TestServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A role goes when it was decided about everything it owns, in every database. */
class DroppedRolesTest {

    /** 14 is as 13 here, and 17 as 16. */
    static Stream<Arguments> everyKindOfServerAndDropper() {
        return Stream.of(13, 15, 16, 18)
                .flatMap(major ->
                        Stream.of("superuser", "nu_admin").map(by -> Arguments.of(major, by)));
    }

    @ParameterizedTest(name = "PostgreSQL {0} by {1}")
    @MethodSource("everyKindOfServerAndDropper")
    void isReassignedHereAndDroppedThere(int major, String by) throws Exception {
        TestServer server = TestServer.of(major);
        try (SomeShop _ = SomeShop.on(server)) {
            if (major >= 16) {
                server.run("GRANT nu_orders TO nu_admin WITH ADMIN OPTION");
                // memberships that it gave go with it
                server.run(
                        "CREATE ROLE nu_reader",
                        "GRANT nu_stock TO nu_orders WITH ADMIN OPTION",
                        "GRANT nu_stock TO nu_reader GRANTED BY nu_orders");
            }
            try (SomeReach reach =
                    by.equals("superuser")
                            ? SomeReach.superuser(server, "nu_shop")
                            : SomeReach.as(server, "nu_shop", "nu_admin", SomeShop.PASSWORD)) {
                DroppedRoles dropped =
                        new DroppedRoles(reach.reach(), SomeReach.TARGET, reach.roles().asker());
                RolesSnapshot.Role orders = reach.role("nu_orders");
                Map<String, Disposal> disposals =
                        Map.of(
                                "nu_logs", new Disposal.Drop(),
                                "nu_shop", new Disposal.Reassign("nu_stock"));
                if (!by.equals("superuser")) {
                    assertEquals(
                            "nu_orders owns schemas in nu_shop, which nu_admin can't give to"
                                    + " another role. Let an administrator run: GRANT CREATE ON"
                                    + " DATABASE \"nu_shop\" TO \"nu_admin\";",
                            refused(dropped, orders, disposals));
                    server.run("GRANT CREATE ON DATABASE nu_shop TO nu_admin");
                    String grantor = major >= 15 ? "pg_database_owner" : "postgres";
                    assertEquals(
                            "nu_orders was granted rights on one thing in nu_shop by "
                                    + grantor
                                    + ", and DROP OWNED of ours leaves it. First let "
                                    + grantor
                                    + ", or a superuser after SET ROLE, run there: REVOKE CREATE ON"
                                    + " SCHEMA \"public\" FROM \"nu_orders\";",
                            refused(dropped, orders, disposals));
                    server.runIn("nu_shop", "REVOKE CREATE ON SCHEMA public FROM nu_orders");
                }
                DropRolePlan plan = dropped.plan(orders);

                assertEquals(List.of("nu_logs", "nu_shop"), plan.toDecide("nu_shop"));
                assertEquals(
                        List.of("schema logs", "sequence logs.before_id_seq", "table logs.before"),
                        plan.objects().getOrDefault("nu_logs", List.of()).stream()
                                .map(each -> each.type() + " " + each.identity())
                                .filter(each -> !each.contains("pg_toast") && !each.contains("[]"))
                                .filter(each -> !each.startsWith("type"))
                                .toList());
                assertEquals(
                        "What becomes of the objects that nu_orders owns in nu_shop is not"
                                + " decided.",
                        assertThrows(
                                        ProblemException.class,
                                        () ->
                                                dropped.change(
                                                        plan,
                                                        Map.of("nu_logs", new Disposal.Drop())))
                                .problem()
                                .sentence());

                ChangeOutcome outcome = dropped.change(plan, disposals).action().run();

                assertEquals(
                        "DONE nu_orders is dropped. [nu_logs: done (1 statement),"
                                + " nu_shop: done (3 statements)]",
                        outcome.status() + " " + outcome.sentence() + " " + outcome.rows());
                assertEquals(
                        "0",
                        server.ask("SELECT count(*) FROM pg_roles WHERE rolname = 'nu_orders'"));
            }
        }
    }

    /** DROP OWNED leaves them without a word, even to a superuser, and DROP ROLE then fails. */
    @Test
    void rightsThatSomebodyElseGaveAreTakenAsTheOneWhoGaveThem() throws Exception {
        TestServer server = TestServer.newest();
        try (SomeShop _ = SomeShop.on(server);
                SomeReach reach = SomeReach.superuser(server, "nu_shop")) {
            server.runIn(
                    "nu_shop",
                    "CREATE ROLE nu_writer",
                    "GRANT USAGE ON SCHEMA stock TO nu_admin",
                    "GRANT SELECT, UPDATE (what) ON stock.before TO nu_admin WITH GRANT OPTION",
                    "SET ROLE nu_admin",
                    "GRANT SELECT, UPDATE (what) ON stock.before TO nu_writer");
            DroppedRoles dropped =
                    new DroppedRoles(reach.reach(), SomeReach.TARGET, reach.roles().asker());

            server.runIn("nu_shop", "DROP OWNED BY nu_writer");
            assertEquals(
                    "2BP01",
                    assertThrows(SQLException.class, () -> server.run("DROP ROLE nu_writer"))
                            .getSQLState());

            Change change = dropped.change(dropped.plan(reach.role("nu_writer")), Map.of());
            assertEquals(
                    """
                    SET LOCAL ROLE "nu_admin";
                    REVOKE UPDATE ("what") ON TABLE "stock"."before" FROM "nu_writer";
                    RESET ROLE;
                    SET LOCAL ROLE "nu_admin";
                    REVOKE SELECT ON TABLE "stock"."before" FROM "nu_writer";
                    RESET ROLE;
                    DROP OWNED BY "nu_writer";
                    DROP ROLE "nu_writer";\
                    """,
                    change.preview()
                            .lines()
                            .filter(line -> line.endsWith(";") && line.contains(" "))
                            .collect(Collectors.joining("\n")));
            change.action().run();
            assertEquals(
                    "0", server.ask("SELECT count(*) FROM pg_roles WHERE rolname = 'nu_writer'"));
        }
    }

    private static String refused(
            DroppedRoles dropped, RolesSnapshot.Role role, Map<String, Disposal> disposals) {
        return assertThrows(
                        ProblemException.class, () -> dropped.change(dropped.plan(role), disposals))
                .problem()
                .sentence();
    }

    @Test
    void whatCameAfterThePlanIsNotDropped() throws Exception {
        TestServer server = TestServer.newest();
        try (SomeShop shop = SomeShop.on(server);
                SomeReach reach = SomeReach.superuser(server, "nu_shop")) {
            DroppedRoles dropped =
                    new DroppedRoles(reach.reach(), SomeReach.TARGET, reach.roles().asker());
            DropRolePlan plan = dropped.plan(reach.role("nu_orders"));
            var change =
                    dropped.change(
                            plan,
                            Map.of(
                                    "nu_logs", new Disposal.Drop(),
                                    "nu_shop", new Disposal.Drop()));
            shop.createTables("after");

            assertEquals(
                    "nu_orders owns more by now than was shown. Look again.",
                    assertThrows(ProblemException.class, () -> change.action().run())
                            .problem()
                            .sentence());
        }
    }

    @Test
    void whatHangsOnADroppedObjectStopsTheStepAndNothingIsCascaded() throws Exception {
        TestServer server = TestServer.newest();
        try (SomeShop _ = SomeShop.on(server);
                SomeReach reach = SomeReach.superuser(server, "nu_shop")) {
            server.runIn("nu_logs", "CREATE VIEW public.hangs AS SELECT * FROM logs.before");
            DroppedRoles dropped =
                    new DroppedRoles(reach.reach(), SomeReach.TARGET, reach.roles().asker());
            DropRolePlan plan = dropped.plan(reach.role("nu_orders"));

            ProblemException failure =
                    assertThrows(
                            ProblemException.class,
                            () ->
                                    dropped.change(
                                                    plan,
                                                    Map.of(
                                                            "nu_logs", new Disposal.Drop(),
                                                            "nu_shop", new Disposal.Drop()))
                                            .action()
                                            .run());

            assertEquals("2BP01", failure.problem().detail().substring(0, 5));
            assertEquals(
                    "1", server.ask("SELECT count(*) FROM pg_roles WHERE rolname = 'nu_orders'"));
        }
    }
}
