package dev.howdah.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.howdah.app.window.OpenServer;
import dev.howdah.backup.Fetched;
import dev.howdah.core.AppFolders;
import dev.howdah.core.Change;
import dev.howdah.core.ChangeTarget;
import dev.howdah.core.Environment;
import dev.howdah.core.Operation;
import dev.howdah.core.Secret;
import dev.howdah.dump.ClientTool;
import dev.howdah.dump.ClientTools;
import dev.howdah.dump.LocalDump;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.SomeLab;
import dev.howdah.lab.backup.BackupFacts;
import dev.howdah.lab.copies.CopyOrder;
import dev.howdah.lab.copies.Filling;
import dev.howdah.lab.copies.LabCopies;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.provider.Submissions;
import dev.howdah.provider.lab.LabCopying;
import dev.howdah.provider.lab.LabProvider;
import dev.howdah.testing.Await;
import dev.howdah.testing.Fx;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.Moments;
import dev.howdah.ui.backups.copies.CopiesInLab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a bad delete: a copy in the lab, a table brought back from it, and a restore proven. */
class CopyJourneyTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir private Path data;

    private void prepareLab() throws Exception {
        Path lab = AppFolders.under(data).lab();
        SomeLab.copySmallTo(lab);
        SomeLab.linkPrograms(lab);
    }

    private static void run(LabAccess access, String... statements) throws SQLException {
        try (Connection connection = access.connect("howdah test");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** 1500 rows that were there until the second that is returned. */
    private static Instant deleteByMistake(LabCluster lab) throws Exception {
        run(lab.access(), "CREATE TABLE orders AS SELECT generate_series(1, 1000) AS id");
        UUID backup = UUID.randomUUID();
        lab.keeping().backUp(backup, BackupFacts.Kind.ON_DEMAND);
        Await.until(
                "the backup",
                LIMIT,
                () ->
                        lab.operations().find(backup).orElseThrow().state()
                                == LabOperation.State.DONE);
        run(lab.access(), "INSERT INTO orders SELECT generate_series(1001, 1500)");
        Instant second = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        Await.until("that second", LIMIT, () -> Instant.now().isAfter(second.plusMillis(50)));
        run(lab.access(), "DELETE FROM orders");
        return second;
    }

    @Test
    void bringsBackATableFromACopyAndProvesARestore() throws Exception {
        prepareLab();
        String name;
        try (Screen screen = new Screen(data)) {
            Fx.run(() -> screen.made().desk.choose(screen.made().rail.lab()));
            screen.awaitText("Lab: connected");
            LabCluster lab = screen.made().lab.cluster().orElseThrow();
            Instant moment = deleteByMistake(lab);
            name = "Lab copy, " + Moments.begun(moment, moment, ZoneId.systemDefault());

            restoreInto(screen, moment, name);
            bringBack(screen, lab);
            openTheCopy(screen, name);
            giveUpAnother(screen, lab);
            proveARestore(screen, lab);
        }
        UUID lost = leaveBehindOneThatRuns();
        try (Screen screen = new Screen(data)) {
            screen.begin();
            screen.clickText(name);
            screen.awaitText(name + ": connected");
            awaitEnd(operations(), lost);
            LabCluster lab = screen.made().lab.cluster().orElseThrow();
            LabAccess copy =
                    lab.keeping().copies().start(lab.keeping().copies().all().getFirst().id());
            assertEquals(List.of("1500"), SomeLab.ask(copy, "SELECT count(*) FROM orders"));
        }
    }

    /** As a console does that is killed before the lab has got it. */
    private UUID leaveBehindOneThatRuns() throws Exception {
        UUID lost = UUID.randomUUID();
        operations()
                .begin(
                        Operation.planned(
                                lost,
                                LabProvider.ID,
                                Operation.Act.COPY,
                                "Restore into Too large",
                                Map.of(),
                                "It is being sent to the lab.",
                                Instant.now().minusSeconds(60)));
        return lost;
    }

    private static void restoreInto(Screen screen, Instant moment, String name) {
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        screen.awaitText("Restorable");
        TextField time = (TextField) screen.await("#time");
        Fx.run(() -> time.setText(Moments.exact(moment, ZoneId.systemDefault())));
        MenuButton restore = (MenuButton) screen.await("#restore");
        Fx.eventually("it can be restored", () -> !restore.isDisabled());
        Fx.run(() -> restore.getItems().get(1).fire());
        screen.awaitText("The lab stays as it is and goes on serving.");
        picture(screen, "copy-journey-name");
        screen.clickText("Continue");
        confirm(screen);
        screen.awaitText("The copy " + name + " is ready");
        screen.awaitText(name);
    }

    private static void confirm(Screen screen) {
        screen.awaitText("Exactly this will be sent:");
        screen.click(".dialog-box .accent");
        screen.clickText("Close");
        screen.awaitNoText("Exactly this will be sent:");
    }

    private static void bringBack(Screen screen, LabCluster lab) throws Exception {
        screen.clickText("Restores");
        screen.awaitText("Restored to ");
        screen.clickText("Compare");
        screen.clickText("public.orders");
        screen.clickText("Copy into it …");
        confirm(screen);
        String back =
                "orders_restored_"
                        + DateTimeFormatter.ofPattern("uuuuMMdd")
                                .format(LocalDate.now(ZoneId.systemDefault()));
        assertEquals(List.of("1500"), SomeLab.ask(lab, "SELECT count(*) FROM " + back));
        assertEquals(List.of("0"), SomeLab.ask(lab, "SELECT count(*) FROM orders"));
    }

    private static void openTheCopy(Screen screen, String name) {
        screen.clickText("Open it");
        screen.awaitText(name + ": connected");
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        screen.awaitText("lab_control");
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        screen.awaitText("This is a copy in the lab.");
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        screen.awaitText("Activity");
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        screen.awaitText("Who is connected");
        screen.clickText("Lab");
        screen.awaitText("Lab: connected");
    }

    /** That it can be cancelled is not only where it was ordered. */
    private static void giveUpAnother(Screen screen, LabCluster lab) throws Exception {
        EndlessFilling filling = new EndlessFilling();
        LabCopies copies = lab.keeping().copies();
        UUID id = UUID.randomUUID();
        copies.make(endless(id, filling));
        screen.press(KeyCode.CONTROL, KeyCode.O);
        screen.awaitText("Restore into Too large");
        screen.awaitText("Row 1 of a great many");
        picture(screen, "copy-journey-operations");
        screen.click(".operation .button");
        screen.awaitText("Nothing is under way.");
        assertEquals(LabOperation.State.FAILED, lab.operations().find(id).orElseThrow().state());
        assertEquals(1, copies.all().size());
        screen.clickText("Close");
    }

    private static CopyOrder endless(UUID id, EndlessFilling filling) {
        return new CopyOrder(
                id,
                "Too large",
                "shop",
                Optional.empty(),
                "postgres",
                new CopyOrder.Filled(filling, 0));
    }

    /** As long as nobody stops it. */
    private static final class EndlessFilling implements Filling {
        private final CountDownLatch stopped = new CountDownLatch(1);

        @Override
        public void fill(LabAccess access, Consumer<String> progress) throws InterruptedException {
            progress.accept("Row 1 of a great many");
            stopped.await();
        }

        @Override
        public void stop() {
            stopped.countDown();
        }
    }

    private static void proveARestore(Screen screen, LabCluster lab) {
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        screen.clickText("Restores");
        screen.clickText("Restore and prove …");
        confirm(screen);
        screen.awaitText("was made for this proof");
        assertTrue(screen.awaitText("Proven at").contains("Lab copy"));
        screen.awaitText("It would lose 5 min at most.");
        picture(screen, "copy-journey-proven");
        assertEquals(2, lab.keeping().copies().all().size());
        screen.clickText("Remove it …");
        confirm(screen);
        Await.until("it is removed", LIMIT, () -> lab.keeping().copies().all().size() == 1);
    }

    /** The dump and its restore are made by the tools of this desktop. */
    @Test
    void restoresADumpOfAnotherServerIntoTheLabAndProvesIt() throws Exception {
        List<ClientTool> tools = ClientTools.usual().all();
        assumeTrue(!tools.isEmpty(), "no client tools on this desktop");
        prepareLab();
        try (TestServer server = TestServer.start(13, Map.of());
                Screen screen = new Screen(data)) {
            server.run("CREATE DATABASE shop");
            server.runIn(
                    "shop",
                    "CREATE TABLE orders (id int PRIMARY KEY)",
                    "INSERT INTO orders SELECT generate_series(1, 1500)");
            Path dump = dump(tools.getFirst(), server);
            screen.openServer(profile(server), server.password());
            screen.awaitText("shop: connected");
            screen.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            screen.clickText("Restores");
            OpenServer shop = Fx.call(() -> screen.made().desk.front().orElseThrow());
            CopiesInLab lab = Fx.call(() -> screen.made().copies.of(shop.entry(), shop.session()));

            Change change = lab.restoreFile(dump, "Lab copy of shop, 14:05");
            assertEquals("Restore into Lab copy of shop, 14:05", change.title());
            assertTrue(change.preview().contains("createdb"), change.preview());
            screen.made().changes.run(change);

            screen.awaitText("Restored from a file");
            assertEquals(true, Fx.call(() -> lab.endOf(change.id()).orElseThrow().whole()));
            screen.clickText("Prove");
            assertTrue(screen.awaitText("Proven at").contains("the database shop on Lab copy"));
            screen.awaitText("1,500 rows in the copy, 1,500 in the original");
            picture(screen, "copy-journey-dump");
            Fx.run(lab::close);
            keepsWhatCameOfACancelledOne(screen);
        }
    }

    /** Also when nobody has the lab's own server open. */
    private void keepsWhatCameOfACancelledOne(Screen screen) throws Exception {
        UUID id = UUID.randomUUID();
        LabCluster lab = screen.made().lab.cluster().orElseThrow();
        FileOperationLog log = operations();
        new LabCopying(lab, log, Clock.systemUTC())
                .make(
                        new Submissions.Draft(
                                Operation.Act.COPY,
                                "Restore into Too large",
                                new ChangeTarget("Lab", Environment.LAB, false),
                                "",
                                List.of(),
                                Map.of()),
                        endless(id, new EndlessFilling()));
        assertEquals(Operation.State.RUNNING, log.find(id).orElseThrow().state());

        lab.keeping().copies().cancel(id);

        awaitEnd(log, id);
        assertEquals(
                "Making the copy was cancelled. Nothing is left of it.",
                log.find(id).orElseThrow().sentence());
        assertEquals(Operation.State.FAILED, log.find(id).orElseThrow().state());
    }

    private FileOperationLog operations() {
        return new FileOperationLog(AppFolders.under(data).data());
    }

    private static void awaitEnd(FileOperationLog log, UUID id) {
        Await.until("its end is kept", LIMIT, () -> log.find(id).orElseThrow().state().ended());
    }

    private Path dump(ClientTool tool, TestServer server) throws Exception {
        Fetched dumped =
                new LocalDump(
                                tool,
                                target(server),
                                Secret.of(server.password()),
                                "shop",
                                data,
                                Instant.now())
                        .run(_ -> {});
        return ((Fetched.Arrived) dumped).file();
    }

    private static PgTarget target(TestServer server) {
        return PgTarget.of(server.host(), server.port(), "shop", server.user(), TlsMode.DISABLE);
    }

    private static Profile profile(TestServer server) {
        return new Profile(UUID.randomUUID(), "shop", Environment.STAGING, target(server), false);
    }

    private static void picture(Screen screen, String name) {
        assertTrue(Files.exists(Fx.picture(screen.root(), name, Fx.Look.LIGHT, 1_000, 700)));
    }
}
