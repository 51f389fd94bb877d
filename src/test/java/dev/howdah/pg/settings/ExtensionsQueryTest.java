package dev.howdah.pg.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.settings.ExtensionsSnapshot.Extension;
import dev.howdah.pg.settings.ExtensionsSnapshot.Installed;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.Visitor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Installed extensions, and those that could be. */
class ExtensionsQueryTest {

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void listsInstalledOnesFirstForEverybody(int major) throws Exception {
        TestServer server = TestServer.of(major);
        for (Visitor.Rights rights : Visitor.Rights.values()) {
            try (Visitor visitor = Visitor.with(rights, server)) {
                ExtensionsSnapshot snapshot = visitor.ask(new ExtensionsQuery());

                assertEquals("postgres", snapshot.database());
                assertEquals(
                        new Extension(
                                "plpgsql",
                                Optional.of(new Installed("1.0", "pg_catalog")),
                                Optional.of("1.0"),
                                false,
                                "PL/pgSQL procedural language"),
                        snapshot.extensions().stream()
                                .filter(e -> e.name().equals("plpgsql"))
                                .findFirst()
                                .orElseThrow());
                List<Extension> possible =
                        snapshot.extensions().stream()
                                .filter(e -> e.installed().isEmpty())
                                .toList();
                assertTrue(possible.size() > 30, rights + " " + possible.size());
                assertTrue(snapshot.extensions().getFirst().installed().isPresent());
            }
        }
    }

    @Test
    void knowsWhenAnUpdateIsThereAndWhenFilesAreGone() throws Exception {
        TestServer server = TestServer.newest();
        server.run(
                "CREATE SCHEMA \"Odd \"\"one\"",
                "CREATE EXTENSION hstore SCHEMA \"Odd \"\"one\" VERSION '1.4'");
        try (Visitor visitor = Visitor.with(Visitor.Rights.PLAIN, server)) {
            Extension hstore =
                    visitor.ask(new ExtensionsQuery()).extensions().stream()
                            .filter(e -> e.name().equals("hstore"))
                            .findFirst()
                            .orElseThrow();

            assertEquals(Optional.of(new Installed("1.4", "Odd \"one")), hstore.installed());
            assertTrue(hstore.updatable());

            server.run("UPDATE pg_extension SET extname = 'gone' WHERE extname = 'hstore'");
            Extension gone =
                    visitor.ask(new ExtensionsQuery()).extensions().stream()
                            .filter(e -> e.name().equals("gone"))
                            .findFirst()
                            .orElseThrow();
            assertTrue(gone.lacksFiles());
            assertEquals(false, gone.updatable());
        } finally {
            server.run(
                    "UPDATE pg_extension SET extname = 'hstore' WHERE extname = 'gone'",
                    "DROP EXTENSION hstore",
                    "DROP SCHEMA \"Odd \"\"one\"");
        }
    }
}
