package dev.howdah.ui.users.access;

import dev.howdah.core.Reading;
import dev.howdah.pg.access.AccessObject;
import dev.howdah.pg.access.AccessObjectsQuery;
import dev.howdah.pg.access.AccessObjectsSnapshot;
import dev.howdah.pg.access.AccessRolesQuery;
import dev.howdah.pg.access.AccessRolesSnapshot;
import dev.howdah.pg.access.DefaultAclsQuery;
import dev.howdah.pg.access.DefaultAclsSnapshot;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.Visitor;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a role may do on a real server: a reader through a group, with the usual gaps. */
record SomeAccess(
        AccessRolesSnapshot roles, AccessObjectsSnapshot objects, DefaultAclsSnapshot defaults) {
    private static Optional<SomeAccess> known = Optional.empty();

    /** Reads a server of its own, once: the gaps are another owner and another schema. */
    static synchronized SomeAccess ofAReader() throws Exception {
        if (known.isEmpty()) {
            known = Optional.of(read());
        }
        return known.get();
    }

    private static SomeAccess read() throws Exception {
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
            return new SomeAccess(
                    visitor.ask(new AccessRolesQuery()),
                    visitor.ask(new AccessObjectsQuery(false)),
                    visitor.ask(new DefaultAclsQuery()));
        }
    }

    /** Shows all of it, and looks at the reader. */
    void showOn(AccessViewModel model) {
        model.showRoles(new Reading.Fresh<>(roles, Instant.EPOCH));
        model.showObjects(new Reading.Fresh<>(objects, Instant.EPOCH));
        model.showDefaults(new Reading.Fresh<>(defaults, Instant.EPOCH));
        model.look(
                roles.roles().stream()
                        .filter(each -> each.name().equals("analyst01"))
                        .findFirst()
                        .orElseThrow()
                        .oid());
    }

    AccessObject object(String name) {
        return objects.objects().stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
