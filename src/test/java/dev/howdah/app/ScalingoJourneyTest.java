package dev.howdah.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.app.window.OpenServer;
import dev.howdah.core.ProblemException;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.SomeLab;
import dev.howdah.lab.node.ControlPlane;
import dev.howdah.lab.plan.LabPlan;
import dev.howdah.provider.scalingo.ScalingoLab;
import dev.howdah.testing.Await;
import dev.howdah.testing.Fx;
import dev.howdah.testing.Fx.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A server at Scalingo, from its API token on: the real window, a fake provider, a real server. */
class ScalingoJourneyTest {
    private static final String NAME = "hosted";
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    @TempDir private Path folder;

    private final AtomicReference<Duration> slept = new AtomicReference<>(Duration.ZERO);
    private final InstantSource time = () -> Instant.now().plus(slept.get());
    private LabCluster lab;
    private ScalingoLab scalingo;
    private Screen screen;

    @BeforeEach
    void open() throws Exception {
        lab = SomeLab.openSmall(folder.resolve("lab"));
        scalingo = new ScalingoLab();
        Clock clock = time.withZone(ZoneOffset.UTC);
        screen = new Screen(data(), SomeDesktop.with(scalingo.environment(), folder, clock));
    }

    @AfterEach
    void close() {
        screen.close();
        scalingo.close();
        lab.close();
    }

    private Path data() {
        return folder.resolve("data");
    }

    @Test
    void aSharedDatabaseFromItsTokenToADeletionThatIsTakenBack() throws Exception {
        scalingo.shared("shop", lab);
        lab("CREATE TABLE orders AS SELECT generate_series(1, 42) AS id");
        lab("ALTER TABLE orders OWNER TO shop_1234");

        add("shop / shop-1234 · postgresql-starter-1707 · osc-fr1 · shared");
        screen.awaitText("Starter 1.7G");
        screen.awaitText("Scalingo: shop in osc-fr1");
        assertFalse(Files.readString(data().resolve("profiles.json")).contains("tk-us-"));

        backUpAndDownload();
        forceTls();
        changePlan();
        String password = makeReader();
        assertEquals(List.of("42"), ask("analyst01", password, "SELECT count(*) FROM orders"));
        replacePassword(password);
        deleteAndGoBack();
        assertEquals(List.of("42"), lab("SELECT count(*) FROM orders"));

        screen.press(KeyCode.CONTROL, KeyCode.J);
        for (String change :
                List.of(
                        "Back up now",
                        "Force TLS",
                        "Change plan to postgresql-business-1707",
                        "Create read-only user analyst01",
                        "Let Scalingo make a new password for analyst01",
                        "Go back to ")) {
            screen.awaitText(change);
        }
        Fx.picture(screen.root(), "scalingo-journal", Look.LIGHT, 1_000, 700);
        String journal = Files.readString(data().resolve("journal.jsonl"));
        assertFalse(journal.contains(password), journal);
    }

    @Test
    void aDedicatedDatabaseWhoseListIsTriedAndKept() throws Exception {
        scalingo.dedicated("books", lab);

        add("books · postgresql-dr-starter-1024 · osc-fr1 · dedicated");
        screen.awaitText("Starter 1G");
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        screen.awaitText("Scalingo makes no dumps of dedicated databases");

        screen.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        screen.awaitText("2 rules of 30 at most");
        screen.clickNamed("Remove 127.0.0.2/32 (old job)");
        screen.click("#range");
        screen.type("203.0.113.0/24");
        screen.clickText("Add");
        screen.clickText("Review and apply…");
        consent();
        screen.awaitText("The new list holds within");
        later(Duration.ofMinutes(2));
        screen.awaitText("Keep it so?");
        Fx.picture(screen.root(), "scalingo-trial", Look.LIGHT, 1_000, 700);
        screen.clickText("Keep");
        screen.awaitNoText("Keep it so?");

        assertEquals(
                List.of("127.0.0.1/32", "203.0.113.0/24"),
                lab.keeping().admission().rules().entries().stream()
                        .map(rule -> rule.cidr())
                        .toList());
        screen.awaitText(NAME + ": connected");
    }

    /** From the button in the rail to a server that is open. */
    private void add(String found) {
        screen.clickText("Add server");
        screen.clickText("Nobody, or not known");
        screen.clickText("Scalingo");
        screen.click("#token");
        screen.type(scalingo.token().reveal());
        screen.clickText("Find databases");
        screen.clickText(found);
        screen.awaitText("It is ");
        screen.click("#name");
        screen.type(NAME);
        String host = "127.0.0.1:" + lab.access().port();
        if (found.endsWith("shared")) {
            screen.awaitText(
                    "ssh -N -p 22 -L 15432:" + host + " git@ssh.osc-fr1.example, then connect");
        }
        screen.clickText("Add server");
        screen.awaitText(NAME + ": connected");
    }

    private void backUpAndDownload() throws IOException {
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        screen.clickText("Back up now");
        consent();
        ended("Back up now");
        screen.clickText("on demand");
        screen.clickText("Download…");
        screen.awaitText("is whole: everything in it passes its checksum.");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.filter(file -> file.toString().endsWith(".tar.gz")).count());
        }
    }

    private void forceTls() throws ProblemException {
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        screen.awaitText("A shared database has no list of addresses");
        screen.clickNamed("Turn on: TLS required");
        consent();
        ended("Force TLS");
        assertTrue(lab.keeping().admission().rules().forceTls());
    }

    /** The reply is lost, and in the middle of the work every token is void. */
    private void changePlan() throws Exception {
        screen.clickText("Plan");
        screen.clickText("Business 1.7G");
        screen.clickText("Change plan to Business 1.7G");
        scalingo.loseNextReply();
        consent();
        screen.awaitText(NAME + ": Change plan to postgresql-business-1707");
        scalingo.voidTokens();
        ended("Change plan to postgresql-business-1707");
        assertEquals(LabPlan.BUSINESS_4, lab.facts().plan());
        assertEquals(1, scalingo.writes("PATCH /v1/apps/shop/addons/ad-shop"));
    }

    /** The password, as it is shown once. */
    private String makeReader() {
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        screen.click("#newUser");
        screen.click(".form-columns #name");
        screen.type("analyst01");
        screen.awaitText("It reads tables of the schema public only");
        screen.awaitNoText("The server gets only a SCRAM verifier");
        screen.clickText("Create user analyst01");
        consent();
        screen.awaitText("User analyst01");
        PasswordField masked = (PasswordField) screen.await("#masked");
        String password = Fx.call(masked::getText);
        screen.clickText("Close");
        return password;
    }

    /** Through the API: the login has no right to change roles. */
    private void replacePassword(String old) throws SQLException {
        later(Duration.ofMinutes(1));
        screen.clickText("analyst01");
        screen.awaitText("read-only user");
        screen.click("#change");
        screen.clickText("Let Scalingo make a password…");
        screen.clickText("Let Scalingo make a password for analyst01");
        consent();
        screen.awaitText("This is the last time it is shown");
        PasswordField masked = (PasswordField) screen.await("#masked");
        String made = Fx.call(masked::getText);
        screen.clickText("Close");
        assertThrows(SQLException.class, () -> ask("analyst01", old, "SELECT 1"));
        assertEquals(List.of("1"), ask("analyst01", made, "SELECT 1"));
    }

    private void deleteAndGoBack() throws Exception {
        Instant good = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        Await.until("that second is over", () -> Instant.now().isAfter(good));
        lab("DELETE FROM orders");
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        screen.click("#time");
        screen.type(TYPED.format(good));
        screen.click("#restore");
        screen.clickText("In place…");
        consent();
        ended("Go back to " + good);
        screen.awaitText(NAME + ": connected");
    }

    /** In production a server's name is typed where that is asked for. */
    private void consent() {
        screen.awaitText("Exactly this will be sent:");
        if (screen.sees(".dialog-box #name")) {
            screen.click(".dialog-box #name");
            screen.type(NAME);
        }
        screen.click(".dialog-box .accent");
        screen.clickText("Close");
        screen.awaitNoText("Exactly this will be sent:");
    }

    /** So that nobody has asked more of Scalingo in a minute than it allows. */
    private void later(Duration pause) {
        slept.updateAndGet(pause::plus);
    }

    /** The provider has done it; the console, which looks now and then, is made to look now. */
    private void ended(String title) {
        scalingo.awaitWork();
        OpenServer server = Fx.call(() -> screen.made().desk.openServers().getFirst());
        Fx.run(() -> server.operations().lookAgain());
        screen.awaitText(title + ". It is in effect.");
        later(Duration.ofMinutes(1));
    }

    /** As the lab itself, which no list and no switch keeps out. */
    private List<String> lab(String sql) throws SQLException {
        return ask(ControlPlane.ROLE, lab.access().password().reveal(), sql);
    }

    /** The first column of what comes back, over TLS. */
    private List<String> ask(String user, String password, String sql) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {lab.access().host()});
        source.setPortNumbers(new int[] {lab.access().port()});
        source.setDatabaseName(lab.access().database());
        source.setSslMode("require");
        try (Connection connection = source.getConnection(user, password);
                Statement statement = connection.createStatement()) {
            List<String> answer = new ArrayList<>();
            if (statement.execute(sql)) {
                ResultSet rows = statement.getResultSet();
                while (rows.next()) {
                    answer.add(rows.getString(1));
                }
            }
            return answer;
        }
    }
}
