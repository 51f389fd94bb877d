package dev.howdah.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a DBA does with the console, from one end to the other, on a real server. */
class JourneyTest {
    @TempDir Path data;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private TestServer server;
    private Screen screen;

    @BeforeEach
    void open() throws SQLException {
        server = TestServer.start(18, Map.of());
        opened.add(server);
        server.run("CREATE EXTENSION pg_stat_statements");
        screen = new Screen(data);
        opened.add(screen);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    private void openServer() {
        PgTarget target =
                PgTarget.of(
                        server.host(), server.port(), "postgres", server.user(), TlsMode.DISABLE);
        screen.openServer(
                new Profile(
                        UUID.randomUUID(), "orders-prod", Environment.PRODUCTION, target, false),
                server.password());
    }

    private Connection connect(String application) throws SQLException {
        Connection connection = server.connect();
        opened.add(connection);
        run(connection, "SET application_name = '" + application + "'");
        return connection;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void runUntilCut(Connection connection, String sql) {
        try {
            run(connection, sql);
        } catch (SQLException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void opensAServerAndReadsItsHealth() {
        openServer();

        screen.awaitText("orders-prod");
        screen.awaitText("primary");
        screen.awaitText("Connections");
        screen.awaitText("ours");
    }

    @Test
    void everyTabIsReachedByKeyAndSaysSomethingTrue() throws SQLException {
        server.run("CREATE ROLE analyst LOGIN");
        openServer();
        screen.awaitText("primary");

        screen.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        screen.awaitText("analyst");
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        screen.awaitText("archive");
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        screen.awaitText("Activity");
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        screen.awaitText("Who is connected");
    }

    @Test
    void thePaletteLeadsToAParameter() {
        openServer();
        screen.awaitText("primary");

        screen.press(KeyCode.CONTROL, KeyCode.K);
        screen.await(".palette-box");
        screen.type("log_checkp");
        screen.awaitText("log_checkpoints");
        screen.press(KeyCode.ENTER);

        screen.awaitText("log_checkpoints");
        screen.awaitNoText("DateStyle");
    }

    @Test
    void endsTheSessionThatHoldsUpOthersAndFindsItInTheJournal() throws Exception {
        server.run(
                "CREATE TABLE stock (sku int PRIMARY KEY, amount int)",
                "INSERT INTO stock VALUES (1, 1)");
        Connection holder = connect("report-service");
        holder.setAutoCommit(false);
        run(holder, "UPDATE stock SET amount = 2");
        Connection waiter = connect("order-service");
        Thread.ofVirtual().start(() -> runUntilCut(waiter, "UPDATE stock SET amount = 3"));
        openServer();
        screen.awaitText("primary");

        screen.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        screen.awaitText("report-service");
        screen.clickText("report-service");
        screen.clickText("Terminate session");
        screen.clickText("Terminate 1 session");
        screen.clickText("Close");
        screen.awaitNoText("report-service");

        Await.until(
                "the one that waited has gone on",
                () -> server.ask("SELECT amount FROM stock").equals("3"));
        String journal = Files.readString(data.resolve("journal.jsonl"));
        assertTrue(journal.contains("pg_terminate_backend"), journal);
        assertTrue(journal.contains("orders-prod"), journal);
    }

    @Test
    void findsTheStatementThatCostsMost() throws SQLException {
        for (int i = 0; i < 20; i++) {
            server.run("SELECT count(*) FROM generate_series(1, 200000)");
        }
        openServer();
        screen.awaitText("primary");

        screen.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        screen.clickText("Statements");
        screen.awaitText("generate_series");
    }

    @Test
    void keepsWhatWasReadWhileTheServerIsGoneAndGoesOnWhenItIsBack() {
        openServer();
        screen.awaitText("primary");
        screen.awaitText("Connections");

        server.kill();
        screen.awaitText("Retry");
        screen.awaitText("Connections");

        server.start();
        screen.awaitNoText("Retry");
        screen.awaitText("orders-prod: connected");
    }
}
