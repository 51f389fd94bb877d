package dev.howdah.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.lab.node.LabAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lab that is opened, closed, and opened again. */
class LabClusterTest {
    @TempDir private static Path folder;
    private static String firstIdentifier = "";

    @BeforeAll
    static void changeSomething() throws Exception {
        SomeLab.copyTo(folder);
        try (LabCluster lab = LabCluster.open(SomeLab.in(folder))) {
            firstIdentifier = systemIdentifier(lab);
            run(lab, "CREATE TABLE mine AS SELECT 1 AS kept", "DROP SCHEMA payments CASCADE");
        }
    }

    @Test
    void theFirstOpeningFillsTheSixSchemas() throws Exception {
        assertEquals(
                List.of(
                        "auth | sessions | auth-service | 100000",
                        "auth | tokens | auth-service | 60000",
                        "auth | users_credentials | auth-service | 50000",
                        "inventory | reservations | inventory-service | 80000",
                        "inventory | stock_levels | inventory-service | 20000",
                        "orders | order_history | order-service | 240000",
                        "orders | order_items | order-service | 360000",
                        "orders | orders | order-service | 120000",
                        "payments | refunds | payment-service | 8000",
                        "payments | transactions | payment-service | 119000",
                        "products | attributes | catalog-service | 40000",
                        "products | categories | catalog-service | 120",
                        "products | products | catalog-service | 10000",
                        "users | addresses | user-service | 70000",
                        "users | preferences | user-service | 50000",
                        "users | users | user-service | 50000"),
                SomeLab.ask(
                        SomeLab.shared(),
                        """
                        SELECT schemaname,
                               tablename,
                               tableowner,
                               (xpath('//n/text()',
                                      query_to_xml(format('SELECT count(*) AS n FROM ONLY %I.%I',
                                                          schemaname, tablename),
                                                   false, true, '')))[1] AS row_count
                          FROM pg_tables
                         WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                         ORDER BY schemaname, tablename
                        """));
    }

    @Test
    void theUsersAreServicesReadersAndPeopleOnCall() throws Exception {
        assertEquals(
                List.of(
                        "ana.ribeiro | t | f | oncall, reporting",
                        "auth-service | t | f | null",
                        "catalog-service | t | f | null",
                        "contractor | t | t | reporting",
                        "eduardo.campos | t | f | oncall",
                        "intern-2025 | t | t | reporting",
                        "inventory-service | t | f | null",
                        "lab_control | t | f | null",
                        "oncall | f | f | pg_monitor, pg_signal_backend",
                        "order-service | t | f | null",
                        "payment-service | t | f | null",
                        "postgres | t | f | null",
                        "report-service | t | f | reporting",
                        "reporting | f | f | null",
                        "user-service | t | f | null"),
                SomeLab.ask(
                        SomeLab.shared(),
                        """
                        SELECT r.rolname,
                               r.rolcanlogin,
                               r.rolvaliduntil IS NOT NULL AS expires,
                               (SELECT string_agg(g.rolname, ', ' ORDER BY g.rolname)
                                  FROM pg_auth_members m
                                  JOIN pg_roles g ON g.oid = m.roleid
                                 WHERE m.member = r.oid) AS groups
                          FROM pg_roles r
                         WHERE r.rolname NOT LIKE 'pg\\_%'
                         ORDER BY r.rolname COLLATE "C"
                        """));
    }

    @Test
    void theServerIsPreparedForBeingWatched() throws Exception {
        assertEquals(
                List.of(
                        "deadlock_timeout | 1s",
                        "listen_addresses | 127.0.0.1",
                        "log_lock_waits | on",
                        "max_connections | 100",
                        "password_encryption | scram-sha-256",
                        "shared_preload_libraries | pg_stat_statements",
                        "track_io_timing | on",
                        "unix_socket_directories | "),
                SomeLab.ask(
                        SomeLab.shared(),
                        """
                        SELECT name, current_setting(name)
                          FROM pg_settings
                         WHERE name IN ('deadlock_timeout', 'listen_addresses', 'log_lock_waits',
                                        'max_connections', 'password_encryption',
                                        'shared_preload_libraries', 'track_io_timing',
                                        'unix_socket_directories')
                         ORDER BY name
                        """));
        assertEquals(
                List.of("0"),
                SomeLab.ask(
                        SomeLab.shared(),
                        "SELECT count(*) FROM pg_stat_statements WHERE query LIKE '%SCRAM%'"));
    }

    @Test
    void theNextOpeningFindsEverythingAndOnlyStarts() throws Exception {
        List<LabProgress> second = new ArrayList<>();
        try (LabCluster lab =
                LabCluster.open(new LabOpening(folder, SomeLab.programs(), second::add))) {
            assertEquals(firstIdentifier, systemIdentifier(lab));
            assertEquals(List.of("1"), SomeLab.ask(lab, "SELECT kept FROM mine"));
            assertEquals(
                    List.of("0"),
                    SomeLab.ask(
                            lab, "SELECT count(*) FROM pg_namespace WHERE nspname = 'payments'"));
        }
        SomeLab.assertNothingRunsIn(folder);
        List<LabProgress> first = SomeLab.firstProgress();
        assertTrue(first.size() > second.size());
        assertTrue(neverGoesBack(first), first.toString());
        assertEquals(1, SomeLab.firstBackups().size(), SomeLab.firstBackups().toString());
        assertEquals(
                List.of(
                        "Unpacking PostgreSQL",
                        "Making the database cluster",
                        "Starting PostgreSQL",
                        "Filling the sample database",
                        "The lab is ready"),
                second.stream().map(LabProgress::sentence).toList());
    }

    @Test
    void itKeepsItsPortUnlessThatIsTaken() throws Exception {
        int port;
        try (LabCluster lab = LabCluster.open(SomeLab.in(folder))) {
            port = lab.access().port();
        }
        try (LabCluster lab = LabCluster.open(SomeLab.in(folder))) {
            assertEquals(port, lab.access().port());
        }
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
                LabCluster lab = LabCluster.open(SomeLab.in(folder))) {
            assertNotEquals(port, lab.access().port());
            assertEquals(List.of("1"), SomeLab.ask(lab, "SELECT 1"));
        }
    }

    @Test
    void itsPasswordsAreForItsOwnerOnlyAndNeverShown() throws Exception {
        try (LabCluster lab = LabCluster.open(SomeLab.in(folder))) {
            LabAccess access = lab.access();
            assertEquals("techcorp", access.database());
            assertFalse(access.toString().contains(access.password().reveal()));
        }
        for (String file : List.of("cluster/node-1/password", "cluster/services-password")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve(file))));
        }
        assertNoSecretIn(
                folder.resolve("cluster/node-1/log"),
                Files.readString(folder.resolve("cluster/node-1/password")));
    }

    private static void assertNoSecretIn(Path log, String secret) throws IOException {
        try (var files = Files.list(log)) {
            for (Path file : files.toList()) {
                assertFalse(Files.readString(file).contains(secret));
            }
        }
    }

    private static boolean neverGoesBack(List<LabProgress> told) {
        double before = 0;
        for (LabProgress progress : told) {
            if (progress.overall() < before) {
                return false;
            }
            before = progress.overall();
        }
        return before == 1;
    }

    private static String systemIdentifier(LabCluster lab) throws Exception {
        return SomeLab.ask(lab, "SELECT system_identifier FROM pg_control_system()").getFirst();
    }

    private static void run(LabCluster lab, String... statements) throws Exception {
        try (Connection connection = lab.access().connect("howdah test");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
