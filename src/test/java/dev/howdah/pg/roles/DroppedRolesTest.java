package dev.howdah.pg.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.ChangeOutcome;
import dev.howdah.core.ProblemException;
import dev.howdah.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A role goes when it was decided about everything it owns, in every database. */
class DroppedRolesTest {

    static Stream<Arguments> everyServerAndDropper() {
        return TestServer.majors().stream()
                .flatMap(major ->
                        Stream.of("superuser", "nu_admin").map(by -> Arguments.of(major, by)));
    }

    @ParameterizedTest(name = "PostgreSQL {0} by {1}")
    @MethodSource("everyServerAndDropper")
    void isReassignedHereAndDroppedThere(int major, String by) throws Exception {
        TestServer server = TestServer.of(major);
        try (SomeShop _ = SomeShop.on(server)) {
            if (major >= 16) {
                server.run("GRANT nu_orders TO nu_admin WITH ADMIN OPTION");
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
                            assertThrows(
                                            ProblemException.class,
                                            () -> dropped.change(dropped.plan(orders), disposals))
                                    .problem()
                                    .sentence());
                    server.run("GRANT CREATE ON DATABASE nu_shop TO nu_admin");
                    // what a superuser granted an administrator can't take back
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
