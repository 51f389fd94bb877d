package dev.howdah.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.change.Operation;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.SomeLab;
import dev.howdah.lab.backup.BackupFacts;
import dev.howdah.lab.copies.LabCopies;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.provider.lab.LabProvider;
import dev.howdah.testing.Await;
import dev.howdah.testing.Fx;
import dev.howdah.ui.Moments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a bad delete: a copy in the lab, a table brought back from it, and a restore proven. */
class CopyJourneyTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir private Path data;

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
        LabOnDisk disk = new LabOnDisk(data);
        disk.prepare();
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
        UUID lost = leaveBehindOneThatRuns(disk);
        try (Screen screen = new Screen(data)) {
            screen.begin();
            screen.clickText(name);
            screen.awaitText(name + ": connected");
            disk.awaitEnd(lost);
            LabCluster lab = screen.made().lab.cluster().orElseThrow();
            LabAccess copy =
                    lab.keeping().copies().start(lab.keeping().copies().all().getFirst().id());
            assertEquals(List.of("1500"), SomeLab.ask(copy, "SELECT count(*) FROM orders"));
        }
    }

    /** As a console does that is killed before the lab has got it. */
    private static UUID leaveBehindOneThatRuns(LabOnDisk disk) throws Exception {
        UUID lost = UUID.randomUUID();
        disk.operations()
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
        screen.clickText("Copy into it…");
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
        LabCopies copies = lab.keeping().copies();
        UUID id = UUID.randomUUID();
        copies.make(EndlessFilling.order(id));
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

    private static void proveARestore(Screen screen, LabCluster lab) {
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        screen.clickText("Restores");
        screen.clickText("Restore and prove…");
        confirm(screen);
        screen.awaitText("was made for this proof");
        assertTrue(screen.awaitText("Proven at").contains("Lab copy"));
        screen.awaitText("It would lose 5 min at most.");
        picture(screen, "copy-journey-proven");
        assertEquals(2, lab.keeping().copies().all().size());
        screen.clickText("Remove it…");
        confirm(screen);
        Await.until("it is removed", LIMIT, () -> lab.keeping().copies().all().size() == 1);
    }

    private static void picture(Screen screen, String name) {
        assertTrue(Files.exists(Fx.picture(screen.root(), name, Fx.Look.LIGHT, 1_000, 700)));
    }
}
