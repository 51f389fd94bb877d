package dev.howdah.pg.server.sizes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.pg.server.sizes.SchemasSnapshot.SchemaRow;
import dev.howdah.pg.server.sizes.SizesSnapshot.DatabaseSizeRow;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.Visitor;
import dev.howdah.testing.Visitor.Rights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How large databases and schemas are. */
class SizesQueryTest {

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void aDatabaseThatWeMayNotEnterHasNoSizeAndTheOthersDo(int major) throws Exception {
        TestServer server = TestServer.of(major);
        server.run(
                "CREATE DATABASE closed_to_all",
                "REVOKE CONNECT ON DATABASE closed_to_all FROM PUBLIC");
        try {
            for (Rights rights : Rights.values()) {
                try (Visitor visitor = Visitor.with(rights, server)) {
                    SizesSnapshot sizes = visitor.ask(new SizesQuery());
                    boolean isHidden = rights == Rights.PLAIN;

                    DatabaseSizeRow closed = named(sizes, "closed_to_all");
                    DatabaseSizeRow open = named(sizes, "postgres");
                    assertEquals(isHidden, closed.bytes().isEmpty(), rights.name());
                    assertEquals(isHidden ? 1 : 0, sizes.unmeasured());
                    assertTrue(open.bytes().getAsLong() > 5_000_000);
                    assertTrue(sizes.totalBytes() >= open.bytes().getAsLong());
                    assertEquals(isHidden, sizes.databases().getLast().equals(closed));
                }
            }
        } finally {
            server.run("DROP DATABASE closed_to_all");
        }
    }

    private static DatabaseSizeRow named(SizesSnapshot sizes, String name) {
        return sizes.databases().stream()
                .filter(database -> database.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void addsUpTablesIndexesAndLongValuesOfASchema(int major) throws Exception {
        TestServer server = TestServer.of(major);
        server.run(
                "CREATE ROLE sizes_owner",
                "CREATE SCHEMA \"Sizes \"\"of\"\" all\" AUTHORIZATION sizes_owner",
                "CREATE TABLE \"Sizes \"\"of\"\" all\".known (id int PRIMARY KEY, long text)",
                "ALTER TABLE \"Sizes \"\"of\"\" all\".known ALTER long SET STORAGE EXTERNAL",
                "INSERT INTO \"Sizes \"\"of\"\" all\".known"
                        + " SELECT n, repeat('x', 5000) FROM generate_series(1, 2000) n",
                "VACUUM ANALYZE \"Sizes \"\"of\"\" all\".known",
                "CREATE TABLE \"Sizes \"\"of\"\" all\".never_analyzed (id int)",
                "CREATE SCHEMA sizes_empty");
        try (Visitor visitor = Visitor.with(Rights.PLAIN, server)) {
            long exact =
                    Long.parseLong(
                            server.ask(
                                    "SELECT pg_total_relation_size('\"Sizes \"\"of\"\" all\".known')"));

            SchemaRow estimated = schema(visitor, false, "Sizes \"of\" all");
            SchemaRow measured = schema(visitor, true, "Sizes \"of\" all");
            SchemaRow empty = schema(visitor, false, "sizes_empty");

            assertEquals(
                    new SchemaRow(
                            estimated.oid(),
                            "Sizes \"of\" all",
                            "sizes_owner",
                            2,
                            2_000,
                            estimated.bytes(),
                            1),
                    estimated);
            assertEquals(exact, measured.bytes(), "file by file it is what PostgreSQL says");
            assertEquals(0, measured.unknownTables());
            assertTrue(
                    Math.abs(exact - estimated.bytes()) < exact / 50,
                    () -> "estimated " + estimated.bytes() + " of " + exact);
            assertEquals(new SchemaRow(empty.oid(), "sizes_empty", "postgres", 0, 0, 0, 0), empty);
        } finally {
            server.run(
                    "DROP SCHEMA \"Sizes \"\"of\"\" all\" CASCADE",
                    "DROP SCHEMA sizes_empty",
                    "DROP ROLE sizes_owner");
        }
    }

    private static SchemaRow schema(Visitor visitor, boolean measured, String name)
            throws ProblemException {
        SchemasSnapshot snapshot = visitor.ask(new SchemasQuery(measured));
        assertEquals(measured, snapshot.measured());
        return snapshot.schemas().stream()
                .filter(schema -> schema.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
