package dev.howdah.ui.overview.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.howdah.core.Reading;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.server.replication.ReplicationSnapshot;
import dev.howdah.profile.text.ConnectionTexts;
import dev.howdah.ui.overview.SomeReadings;
import dev.howdah.ui.overview.connection.ConnectionViewModel.ConnectionLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionTextsTest {
    private static final PgTarget PLAIN =
            PgTarget.of("db.example.net", 5432, "shop", "app", TlsMode.VERIFY_FULL);

    /** Names a person really can give, to whoever has to quote them. */
    private static final PgTarget HOSTILE =
            new PgTarget(
                    "2001:db8::1",
                    6432,
                    "my shop's",
                    "ann@corp\\x",
                    TlsMode.REQUIRE,
                    Optional.of(Path.of("/etc/my ca.pem")));

    @Test
    void writesAPlainServerPlainly() {
        ConnectionTexts texts = new ConnectionTexts(PLAIN);
        assertEquals("postgresql://app@db.example.net:5432/shop?sslmode=verify-full", texts.uri());
        assertEquals(
                "jdbc:postgresql://db.example.net:5432/shop?user=app&sslmode=verify-full",
                texts.jdbcUrl());
        assertEquals(
                "psql 'host=db.example.net port=5432 dbname=shop user=app sslmode=verify-full'",
                texts.psql());
        assertEquals(
                """
                PGHOST=db.example.net
                PGPORT=5432
                PGDATABASE=shop
                PGUSER=app
                PGSSLMODE=verify-full\
                """,
                texts.environment());
        assertEquals(
                "DATABASE_URL='postgresql://app@db.example.net:5432/shop?sslmode=verify-full'",
                texts.databaseUrl());
    }

    @Test
    void quotesWhatUrisConnectionStringsAndShellsWouldMisread() {
        ConnectionTexts texts = new ConnectionTexts(HOSTILE);
        assertEquals(
                "postgresql://ann%40corp%5Cx@[2001:db8::1]:6432/my%20shop%27s"
                        + "?sslmode=require&sslrootcert=%2Fetc%2Fmy%20ca.pem",
                texts.uri());
        assertEquals(
                "jdbc:postgresql://[2001:db8::1]:6432/my%20shop%27s?user=ann%40corp%5Cx"
                        + "&sslmode=require&sslrootcert=%2Fetc%2Fmy%20ca.pem",
                texts.jdbcUrl());
        assertEquals(
                "psql 'host=2001:db8::1 port=6432 dbname='\\''my shop\\'\\''s'\\''"
                        + " user='\\''ann@corp\\\\x'\\'' sslmode=require"
                        + " sslrootcert='\\''/etc/my ca.pem'\\'''",
                texts.psql());
        assertEquals(
                """
                PGHOST=2001:db8::1
                PGPORT=6432
                PGDATABASE='my shop'\\''s'
                PGUSER='ann@corp\\x'
                PGSSLMODE=require
                PGSSLROOTCERT='/etc/my ca.pem'\
                """,
                texts.environment());
    }

    @Test
    void copiesTheLinesOfTheEnvironmentAsLinesAndShowsThemInOne() {
        ConnectionLine environment =
                new ConnectionViewModel(PLAIN)
                        .lines().stream()
                                .filter(line -> line.name().equals("Environment"))
                                .findFirst()
                                .orElseThrow();
        assertEquals(5, environment.copied().lines().count());
        assertFalse(environment.shown().contains("\n"));
    }

    @Test
    void listsStandbysThatCanBeReadAndSaysWhetherOurConnectionIsEncrypted() {
        ConnectionViewModel model = new ConnectionViewModel(PLAIN);
        model.showReplication(SomeReadings.fresh(SomeReadings.primaryWithTwoStandbys()));
        model.showFacts(SomeReadings.fresh(SomeReadings.facts()));
        assertEquals(
                List.of(
                        new ConnectionLine("analytics", "10.0.0.9", "10.0.0.9"),
                        new ConnectionLine("n2", "10.0.0.2", "10.0.0.2")),
                model.standbys());
        assertEquals("this connection is encrypted", model.encryption().get());
    }

    @Test
    void keepsTheStandbysWhileNothingNewIsKnownOfThem() {
        ConnectionViewModel model = new ConnectionViewModel(PLAIN);
        Reading<ReplicationSnapshot> old =
                SomeReadings.stale(SomeReadings.primaryWithTwoStandbys());
        model.showReplication(old);
        assertEquals(2, model.standbys().size());
    }
}
