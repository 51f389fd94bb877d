package dev.howdah.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.testing.Fx;
import dev.howdah.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A read-only user from its making to the day somebody else's table breaks it. */
class UsersJourneyTest {
    @TempDir Path data;

    private final TestServer server = TestServer.start(18, Map.of());
    private Screen screen;

    @BeforeEach
    void open() throws SQLException {
        server.run(
                "CREATE ROLE orders_owner",
                "CREATE SCHEMA orders AUTHORIZATION orders_owner",
                "SET ROLE orders_owner",
                "CREATE TABLE orders.items (sku int)",
                "INSERT INTO orders.items VALUES (1), (2)",
                "RESET ROLE");
        screen = new Screen(data);
        PgTarget target =
                PgTarget.of(
                        server.host(), server.port(), "postgres", server.user(), TlsMode.DISABLE);
        screen.openServer(
                new Profile(UUID.randomUUID(), "orders-prod", Environment.STAGING, target, false),
                server.password());
    }

    @AfterEach
    void close() {
        screen.close();
        server.close();
    }

    @Test
    void makesAReaderProvesItSeesItBreakAndMendsIt() throws Exception {
        screen.awaitText("primary");
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        screen.awaitText("orders_owner");

        String password = makeReader();
        assertEquals("2", asReader(password, "SELECT count(*) FROM orders.items"));
        assertThrows(
                SQLException.class,
                () -> asReader(password, "INSERT INTO orders.items VALUES (3) RETURNING sku"));

        screen.clickText("Prove what it can read and write");
        screen.clickText("Prove what analyst01 can do");
        screen.clickText("Close");
        screen.clickText("Close");
        screen.awaitText("proven");

        breakIt();
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        screen.awaitText("drifted");
        assertThrows(
                SQLException.class, () -> asReader(password, "SELECT count(*) FROM orders.late"));

        screen.press(KeyCode.CONTROL, KeyCode.F);
        screen.type("analyst");
        TextField filter = (TextField) screen.await(".role-filter");
        assertEquals("analyst", Fx.call(filter::getText));
        screen.clickText("analyst01");
        screen.clickText("Proof");
        mendAll();
        screen.awaitNoText("drifted");
        assertEquals("0", asReader(password, "SELECT count(*) FROM orders.late"));

        String journal = Files.readString(data.resolve("journal.jsonl"));
        assertTrue(journal.contains("Create user analyst01"), journal);
        assertTrue(!journal.contains(password), journal);
    }

    /** The password, as it is shown once. */
    private String makeReader() {
        screen.click("#newUser");
        screen.click(".form-columns #name");
        screen.type("analyst01");
        screen.clickText("Create user analyst01");
        screen.clickText("Create user analyst01");
        screen.clickText("Close");
        PasswordField masked = (PasswordField) screen.await("#masked");
        return Fx.call(masked::getText);
    }

    /** Somebody else begins to make tables in the same schema. */
    private void breakIt() throws SQLException {
        server.run(
                "CREATE ROLE late_owner",
                "GRANT USAGE, CREATE ON SCHEMA orders TO late_owner",
                "SET ROLE late_owner",
                "CREATE TABLE orders.late (id int)",
                "RESET ROLE");
    }

    /** What is there, and what the new owner makes later. */
    private void mendAll() {
        for (String left : List.of("2 gaps are new since then", "1 gap is new since then")) {
            screen.awaitText(left);
            screen.clickText("Fix…");
            screen.clickText("Close the gap of analyst01");
            screen.clickText("Close");
        }
    }

    private String asReader(String password, String sql) throws SQLException {
        try (Connection connection = server.connect("postgres", "analyst01", password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
