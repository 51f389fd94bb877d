package dev.howdah.ui.backups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.archive.SomeArchive;
import dev.howdah.pg.restore.RestoreProof.Result;
import dev.howdah.provider.NoProvider;
import dev.howdah.provider.Provider;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.capability.Capability;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.backups.copies.SomeCopies;
import dev.howdah.ui.backups.downloads.Downloads;
import dev.howdah.ui.backups.list.BackupActs;
import dev.howdah.ui.backups.list.BackupListController;
import dev.howdah.ui.backups.list.BackupListViewModel;
import dev.howdah.ui.backups.list.BackupRequests;
import dev.howdah.ui.backups.list.SomeProofs;
import dev.howdah.ui.backups.recovery.PickViewModel;
import dev.howdah.ui.backups.recovery.RecoveryActs;
import dev.howdah.ui.backups.recovery.RecoveryRequests;
import dev.howdah.ui.backups.timeline.RestoreLine;
import dev.howdah.ui.backups.timeline.SomeHostedBackups;
import dev.howdah.ui.backups.timeline.TimeSpan;
import dev.howdah.ui.operations.OperationsController;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of backups loads, binds and draws in every state. */
class BackupsViewTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Problem GONE =
            new Problem(
                    Problem.Kind.UNREACHABLE,
                    "Scalingo does not answer.",
                    "The console asks again by itself.",
                    "GET /backups");

    private final Clock clock = Clock.fixed(SomeHostedBackups.NOW, BERLIN);
    private final BackupsViewModel model = new BackupsViewModel(BERLIN, clock);
    private final PickViewModel pick = new PickViewModel(BERLIN, clock);
    private final BackupListViewModel list = new BackupListViewModel(BERLIN, clock);
    private final SomeWorkbench workbench = new SomeWorkbench(clock);
    private Provider provider = new SomeProvider();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsTwoWeeksOfBackups(Fx.Look look) {
        Parent view = hosted();
        Fx.run(() -> pick.pick(SomeHostedBackups.NOW.minus(Duration.ofMinutes(6))));
        picture(view, "backups", look, 1_000);
        picture(view, "backups", look, 1_392);
        Fx.run(() -> model.span().set(TimeSpan.HOUR));
        picture(view, "backups-hour", look, 792);
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsEveryOtherFace(Fx.Look look) {
        Parent view = view();
        picture(view, "backups-waiting", look, 792);
        Fx.run(() -> {
            showBackups(
                    new Reading.Fresh<>(
                            new BackupList(List.of(), OptionalInt.of(10), "7 are kept."),
                            SomeHostedBackups.NOW));
            model.showWindow(new Reading.Unavailable<>(GONE));
            model.showArchive(new Reading.Unavailable<>(GONE));
        });
        picture(view, "backups-empty", look, 792);
        Fx.run(() -> {
            pick.text().set("2026-10-25 02:30");
            showBackups(
                    new Reading.Stale<>(
                            SomeHostedBackups.list(),
                            SomeHostedBackups.NOW.minusSeconds(90),
                            GONE));
        });
        picture(view, "backups-stale", look, 792);
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void saysWhyNothingIsOfferedWithoutAProvider(Fx.Look look) {
        provider = new NoProvider();
        Problem reason = provider.capabilities().refusal(Capability.BACKUPS).problem();
        Parent view = view();
        Fx.run(() -> {
            showBackups(new Reading.Unavailable<>(reason));
            model.showWindow(new Reading.Unavailable<>(reason));
            model.showArchive(
                    new Reading.Fresh<>(
                            SomeArchive.working(1 << 20, Duration.ofMinutes(4)),
                            SomeHostedBackups.NOW));
        });

        picture(view, "backups-nobody", look, 792);

        assertTrue(((Button) view.lookup("#backUp")).isDisabled());
        assertEquals("4 min", model.loss().get().value());
    }

    @Test
    void asksForWhatIsPressedAndPicksByKeyboard() throws Exception {
        Parent view = hosted();
        Fx.run(() -> {
            Fx.style(new Scene(view, 1_000, 700), Fx.Look.LIGHT);
            view.applyCss();
            view.layout();
            ((Button) view.lookup("#backUp")).fire();
            RestoreLine line = (RestoreLine) view.lookup(".restore-line");
            key(line, KeyCode.HOME);
            key(line, KeyCode.ENTER);
        });

        assertEquals(
                "2026-11-08 04:00:00 +01:00",
                Fx.call(() -> ((TextField) view.lookup("#time")).getText()));
        assertEquals(
                Optional.of(SomeHostedBackups.window().earliest().get()), model.picked().get());
        MenuButton restore = (MenuButton) view.lookup("#restore");
        Fx.eventually("the backup", () -> workbench.changes.size() == 1);
        Fx.run(() -> restore.getItems().getFirst().fire());
        Fx.eventually("going back in place", () -> workbench.changes.size() == 2);
        Fx.run(() -> restore.getItems().getLast().fire());
        Fx.run(() -> ((Button) workbench.forms.getFirst().lookup("#act")).fire());
        Fx.eventually("going back in a new service", () -> workbench.changes.size() == 3);

        assertEquals(
                List.of(
                        "Back up orders-prod",
                        "Restore orders-prod",
                        "Restore orders-prod into orders-prod-restored"),
                workbench.changes.stream().map(Change::title).toList());
        assertEquals(
                List.of(
                        "Everything written in the last 13 d is gone afterwards.",
                        "3 sessions are connected now, and all are cut."),
                workbench.changes.get(1).warnings());
    }

    @Test
    void aDownloadShowsHowFarItIsAndIsCancelledAmongTheOperations(@TempDir Path folder)
            throws Exception {
        Parent view = hosted();
        workbench.folder = Optional.of(folder);
        Parent list =
                Fx.call(() ->
                        FxmlViews.load(new OperationsController(workbench.operations, () -> {})));
        Fx.run(() -> {
            Fx.style(new Scene(view, 1_000, 700), Fx.Look.LIGHT);
            view.applyCss();
            view.layout();
            ((TableView<?>) view.lookup("#table")).getSelectionModel().select(1);
            ((Button) view.lookup("#download")).fire();
        });
        Fx.eventually("it is arriving", () -> workbench.operations.progress().get() > 0);
        assertEquals(
                "orders-prod: Download of b0_shop",
                Fx.call(() -> workbench.operations.headline().get()));
        Button stop = Fx.call(() -> (Button) view.lookup(".download-line .button"));
        assertEquals("Stop b0_shop", stop.getAccessibleText());

        Fx.picture(list, "operations-backup", Fx.Look.LIGHT, 640, 400);
        Button cancel =
                Fx.call(() ->
                        list.lookupAll(".button").stream()
                                .map(Button.class::cast)
                                .filter(button -> button.getText().equals("Cancel"))
                                .findFirst()
                                .orElseThrow());
        Fx.run(cancel::fire);
        Fx.eventually("it has ended", () -> workbench.said.size() == 1);
        assertTrue(
                workbench
                        .said
                        .getFirst()
                        .matches(
                                "Download of b0_shop: Stopped at [1-7] B\\. Download it again into"
                                        + " the same folder to go on\\."),
                workbench.said.toString());
        assertEquals("", Fx.call(() -> workbench.operations.headline().get()));
    }

    private static void key(RestoreLine line, KeyCode code) {
        line.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private Parent hosted() {
        Parent view = view();
        Fx.run(() -> {
            showBackups(fresh(SomeHostedBackups.list()));
            model.showWindow(fresh(SomeHostedBackups.window()));
            pick.showWindow(Optional.of(SomeHostedBackups.window()));
            list.showFacts(fresh(SomeHostedBackups.facts()));
            model.showEvents(fresh(SomeHostedBackups.events()));
            model.showChanges(SomeHostedBackups.changes());
            model.showSamples(SomeHostedBackups.samples());
            model.showProof(
                    Optional.of(SomeProofs.restored("b1", Duration.ofDays(3), Result.PASSED)));
            list.showProven(SomeProofs.proven());
        });
        return view;
    }

    private static <T> Reading<T> fresh(T value) {
        return new Reading.Fresh<>(value, SomeHostedBackups.NOW);
    }

    private void showBackups(Reading<BackupList> reading) {
        model.showBackups(reading);
        list.showBackups(reading);
    }

    private Parent view() {
        ChangeTarget target = new ChangeTarget("orders-prod", Environment.PRODUCTION, false);
        Downloads downloads = new Downloads(provider, target, workbench, (_, _) -> {});
        RecoveryRequests recovery =
                new RecoveryRequests(
                        new RecoveryActs(provider, target),
                        pick,
                        new SomeCopies(),
                        () -> Optional.of(3),
                        workbench,
                        () -> {});
        BackupRequests requests =
                new BackupRequests(
                        new BackupActs(provider, target),
                        list,
                        new SomeCopies(),
                        recovery,
                        workbench,
                        () -> {});
        return Fx.call(() ->
                FxmlViews.load(
                        new BackupsController(model, pick, recovery, list, BERLIN),
                        new BackupListController(
                                list, downloads, requests, workbench, BERLIN, () -> {})));
    }

    private static void picture(Parent view, String name, Fx.Look look, int width) {
        assertTrue(Files.exists(Fx.picture(view, name, look, width, width == 792 ? 590 : 700)));
    }
}
