package dev.howdah.pg.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.settings.ExtensionChanges.Act;
import dev.howdah.testing.TestServer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Extensions come, are held by what uses them, and go, on real servers. */
class ExtensionChangesTest {
    private static final ChangeTarget TARGET =
            new ChangeTarget("test", Environment.PRODUCTION, false);

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void createsHoldsAndDrops(int major) throws Exception {
        TestServer server = TestServer.of(major);
        server.run("DROP DATABASE IF EXISTS extended", "CREATE DATABASE extended");
        try (PgPool pool = pool(server, server.user(), server.password())) {
            PgReader reader = new PgReader(pool, Clock.systemUTC());
            ExtensionChanges changes = new ExtensionChanges(new PgWriter(pool), TARGET);

            ExtensionFacts before = reader.ask(new ExtensionFactsQuery("earthdistance"));
            assertEquals(List.of("cube"), before.lacking());
            Change create = changes.of(Act.CREATE, before);
            assertEquals(
                    "CREATE EXTENSION \"cube\";\nCREATE EXTENSION \"earthdistance\";",
                    create.preview());
            assertEquals(
                    List.of("It needs another one that is created with it: cube."),
                    create.warnings());
            assertEquals(
                    "The extension earthdistance is there in extended.",
                    create.action().run().sentence());

            Change drops = create.wayBack().orElseThrow().get();
            assertEquals(
                    """
                    SELECT 1 / count(*) AS is_still_the_same FROM pg_extension WHERE extname = 'cube' AND oid = ?;
                    SELECT 1 / count(*) AS is_still_the_same FROM pg_extension WHERE extname = 'earthdistance' AND oid = ?;
                    DROP EXTENSION "earthdistance" RESTRICT;
                    DROP EXTENSION "cube" RESTRICT;\
                    """,
                    drops.preview().replaceAll("oid = [0-9]+", "oid = ?"));
            server.runIn("extended", "CREATE TABLE places (at cube)");
            ProblemException inUse =
                    assertThrows(ProblemException.class, () -> drops.action().run());
            assertEquals(
                    "Other objects depend on what was to be dropped, so the server refused.",
                    inUse.problem().sentence());
            server.runIn("extended", "DROP TABLE places");
            Change again = create.wayBack().orElseThrow().get();
            again.action().run();
            assertEquals(
                    List.of("cube"),
                    reader.ask(new ExtensionFactsQuery("earthdistance")).lacking());
            changes.of(Act.CREATE, before).action().run();

            changes.of(Act.CREATE, reader.ask(new ExtensionFactsQuery("hstore"))).action().run();
            server.runIn(
                    "extended",
                    "CREATE TABLE goods (id int, about hstore, more hstore[])",
                    "CREATE VIEW colours AS SELECT about -> 'colour' AS colour FROM goods",
                    "CREATE VIEW shades AS SELECT colour FROM colours",
                    "CREATE INDEX ON goods USING gin (about)");
            ExtensionFacts used = reader.ask(new ExtensionFactsQuery("hstore"));
            assertEquals(
                    List.of(
                            "column about of table public.goods",
                            "column more of table public.goods",
                            "index public.goods_about_idx",
                            "view public.colours",
                            "view public.shades"),
                    used.dependants());
            assertEquals(
                    Optional.of("5 objects depend on it, so it can't be dropped."),
                    ExtensionChanges.whyNot(Act.DROP, used));
            assertThrows(ProblemException.class, () -> changes.of(Act.DROP, used));
            assertEquals(
                    Optional.of("1 object depends on it, so it can't be dropped."),
                    ExtensionChanges.whyNot(Act.DROP, reader.ask(new ExtensionFactsQuery("cube"))));

            server.runIn("extended", "DROP TABLE goods CASCADE");
            Change drop = changes.of(Act.DROP, reader.ask(new ExtensionFactsQuery("hstore")));
            assertEquals("DROP EXTENSION \"hstore\" RESTRICT;", drop.preview());
            assertTrue(drop.asksForName());
            drop.action().run();
            assertEquals(
                    Optional.empty(), reader.ask(new ExtensionFactsQuery("hstore")).installed());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void updatesAndSaysWhatIsInTheWay(int major) throws Exception {
        TestServer server = TestServer.of(major);
        server.run(
                "DROP DATABASE IF EXISTS extended",
                "CREATE DATABASE extended",
                "DROP ROLE IF EXISTS extender",
                "CREATE ROLE extender LOGIN PASSWORD 'extender'");
        server.runIn("extended", "CREATE EXTENSION pg_trgm VERSION '1.4'");
        try (PgPool pool = pool(server, server.user(), server.password());
                PgPool plain = pool(server, "extender", "extender")) {
            PgReader reader = new PgReader(pool, Clock.systemUTC());
            PgReader outsider = new PgReader(plain, Clock.systemUTC());
            ExtensionFacts old = reader.ask(new ExtensionFactsQuery("pg_trgm"));
            String newest = old.version().orElseThrow();
            Change update = new ExtensionChanges(new PgWriter(pool), TARGET).of(Act.UPDATE, old);
            assertEquals(
                    "ALTER EXTENSION \"pg_trgm\" UPDATE TO '" + newest + "';", update.preview());
            update.action().run();
            ExtensionFacts updated = reader.ask(new ExtensionFactsQuery("pg_trgm"));
            assertEquals(Optional.of(newest), updated.installed());
            assertEquals(
                    Optional.of("It has the server's default version."),
                    ExtensionChanges.whyNot(Act.UPDATE, updated));

            assertEquals(
                    Optional.of("Only its owner or a superuser may."),
                    ExtensionChanges.whyNot(
                            Act.DROP, outsider.ask(new ExtensionFactsQuery("pg_trgm"))));
            assertEquals(
                    Optional.of("Creating it needs the right CREATE on the database extended."),
                    ExtensionChanges.whyNot(
                            Act.CREATE, outsider.ask(new ExtensionFactsQuery("hstore"))));
            server.run("GRANT CREATE ON DATABASE extended TO extender");
            assertEquals(
                    Optional.empty(),
                    ExtensionChanges.whyNot(
                            Act.CREATE, outsider.ask(new ExtensionFactsQuery("hstore"))),
                    "hstore is trusted");
            assertEquals(
                    Optional.of(
                            "Its script needs a superuser, and it is not trusted, so this role"
                                    + " can't create it."),
                    ExtensionChanges.whyNot(
                            Act.CREATE, outsider.ask(new ExtensionFactsQuery("file_fdw"))));
            assertEquals(
                    Optional.of("The server has no files of it."),
                    ExtensionChanges.whyNot(
                            Act.CREATE, outsider.ask(new ExtensionFactsQuery("postgis"))));
        }
        server.run("DROP DATABASE extended", "DROP ROLE extender");
    }

    private static PgPool pool(TestServer server, String user, String password)
            throws ProblemException {
        return new PgPool(
                PgTarget.of(server.host(), server.port(), "extended", user, TlsMode.DISABLE),
                () -> Secret.of(password));
    }
}
