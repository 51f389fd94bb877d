package dev.howdah.ui.backups.dumps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.backup.BackupFormat;
import dev.howdah.backup.Fetched;
import dev.howdah.backup.FileVerdict;
import dev.howdah.backup.FileVerdict.Soundness;
import dev.howdah.core.Problem;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.dump.ClientTool;
import dev.howdah.dump.ClientTools;
import dev.howdah.dump.ToolProgress;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.notice.Notice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of dumps says which tools it has, and how far they are. */
class DumpsViewTest {
    private static final Problem NONE =
            Problem.of(
                    Problem.Kind.NOT_SUPPORTED,
                    "No pg_dump was found on this desktop.",
                    "Install PostgreSQL's client tools in version 18 or later.");

    private final DumpsViewModel model = new DumpsViewModel();

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsToolsProgressAndResult(Fx.Look look) {
        Fx.start();
        Session session = SomeSessions.nowhere();
        DumpsPanel panel = new DumpsPanel(session, new SomeWorkbench(), ClientTools.usual());
        Parent view = Fx.call(() -> FxmlViews.load(new DumpsController(model, panel, "shop")));
        Fx.run(() -> model.showNoTool(NONE));
        picture(view, "dumps-no-tool", look);
        assertTrue(Fx.call(() -> ((Button) view.lookup("#dump")).isDisabled()));

        Fx.run(() -> {
            model.showTool(new ClientTool(Path.of("/usr/lib/postgresql/18/bin"), "18.1", 18));
            model.begin("pg_dump connects");
            model.show(new ToolProgress("orders.order_items", 12));
        });
        picture(view, "dumps-running", look);

        Fx.run(() -> {
            model.choose(Path.of("/backups/Orders-2026.dump"));
            model.showDumped(
                    new Fetched.Arrived(
                            Path.of("/backups/orders.dump"),
                            new FileVerdict(
                                    Soundness.COMPLETE,
                                    BackupFormat.CUSTOM_DUMP,
                                    9,
                                    "The dump in the custom format of 1.9 GB goes to its end.",
                                    "")));
        });
        picture(view, "dumps-done", look);
        Fx.run(() ->
                model.showRestored(
                        new ChangeOutcome(
                                ChangeOutcome.Status.PARTLY,
                                "Stopped. The database orders_2026 was made for it and could not"
                                        + " be dropped again. Drop it with: DROP DATABASE"
                                        + " \"orders_2026\" WITH (FORCE)",
                                List.of("The program dropdb failed."))));
        picture(view, "dumps-left", look);
        assertEquals("orders_2026", model.newDatabase().get());
        session.close();
    }

    /** As large as the page is in the smallest and in a large window. */
    private static void picture(Parent view, String name, Fx.Look look) {
        assertTrue(Files.exists(Fx.picture(view, name, look, 792, 590)));
        assertTrue(Files.exists(Fx.picture(view, name, look, 1392, 890)));
    }

    @Test
    void saysHowItEnded() {
        model.begin("pg_dump connects");
        model.showDumped(new Fetched.Stopped(Path.of("x"), 0));
        assertEquals(
                Notice.of(Notice.Level.INFO, "Stopped. Nothing is left of the dump."),
                model.result().get().getFirst());
        model.show(new ToolProgress("orders.lines", 1));
        assertEquals("Table 1: orders.lines", model.progress().doing().get());
        model.showRestored(ChangeOutcome.done("The dump is restored into back."));
        assertEquals(
                new Notice(Notice.Level.GOOD, "The dump is restored into back.", ""),
                model.result().get().getFirst());
        model.showStopped("Stopped.");
        assertEquals(Notice.of(Notice.Level.INFO, "Stopped."), model.result().get().getFirst());
        model.showProblem(NONE);
        assertEquals(Notice.Level.DANGER, model.result().get().getFirst().level());
        model.choose(Path.of("/backups/Shop 1.tar.gz"));
        assertEquals("shop_1", model.newDatabase().get());
    }
}
