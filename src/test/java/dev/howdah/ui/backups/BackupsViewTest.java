package dev.howdah.ui.backups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.pg.archive.SomeArchive;
import dev.howdah.provider.NoProvider;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.capability.Capability;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
    private final List<String> asked = new ArrayList<>();
    private Optional<String> whyNot = Optional.empty();

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
            model.showBackups(
                    new Reading.Fresh<>(
                            new BackupList(List.of(), OptionalInt.of(10), "7 are kept."),
                            SomeHostedBackups.NOW));
            model.showWindow(new Reading.Unavailable<>(GONE));
            model.showArchive(new Reading.Unavailable<>(GONE));
        });
        picture(view, "backups-empty", look, 792);
        Fx.run(() -> {
            pick.text().set("2026-10-25 02:30");
            model.showBackups(
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
        whyNot = new NoProvider().capabilities().whyNot(Capability.BACKUPS);
        Problem reason = new NoProvider().capabilities().refusal(Capability.BACKUPS).problem();
        Parent view = view();
        Fx.run(() -> {
            model.showBackups(new Reading.Unavailable<>(reason));
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
    void asksForWhatIsPressedAndPicksByKeyboard() {
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

        assertEquals(List.of("back up"), asked);
        assertEquals(
                "2026-11-08 04:00:00 +01:00",
                Fx.call(() -> ((TextField) view.lookup("#time")).getText()));
        assertEquals(
                Optional.of(SomeHostedBackups.window().earliest().get()), model.picked().get());
    }

    private static void key(RestoreLine line, KeyCode code) {
        line.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private Parent hosted() {
        Parent view = view();
        Fx.run(() -> {
            model.showBackups(fresh(SomeHostedBackups.list()));
            model.showWindow(fresh(SomeHostedBackups.window()));
            pick.showWindow(Optional.of(SomeHostedBackups.window()));
            model.showFacts(fresh(SomeHostedBackups.facts()));
            model.showEvents(fresh(SomeHostedBackups.events()));
            model.showChanges(SomeHostedBackups.changes());
            model.showSamples(SomeHostedBackups.samples());
            model.showProof(
                    Optional.of(
                            new BackupsViewModel.LastProof(
                                    SomeHostedBackups.NOW.minus(Duration.ofDays(3)),
                                    true,
                                    Optional.of(Duration.ofMinutes(14)))));
            model.showProven(SomeHostedBackups.proven());
        });
        return view;
    }

    private static <T> Reading<T> fresh(T value) {
        return new Reading.Fresh<>(value, SomeHostedBackups.NOW);
    }

    private Parent view() {
        SomeWorkbench workbench = new SomeWorkbench();
        Downloads downloads =
                new Downloads(
                        new NoProvider(),
                        "orders-prod",
                        workbench.background(),
                        workbench.uiThread(),
                        (_, _) -> {});
        return Fx.call(() ->
                FxmlViews.load(
                        new BackupsController(model, pick, requests(), BERLIN),
                        new BackupListController(model, downloads, requests(), workbench, BERLIN)));
    }

    private BackupRequests requests() {
        return new BackupRequests() {
            @Override
            public boolean newOnesAreInTheLab() {
                return false;
            }

            @Override
            public Optional<String> whyNotIntoLab(Optional<BackupEntry> backup) {
                return Optional.of("Download the backup first.");
            }

            @Override
            public void restoreIntoLab(BackupEntry backup) {}

            @Override
            public Optional<String> whyNot(Capability capability) {
                return whyNot;
            }

            @Override
            public void retry() {
                asked.add("retry");
            }

            @Override
            public void showRequests() {}

            @Override
            public void backUpNow() {
                asked.add("back up");
            }

            @Override
            public void schedule(BackupSchedule from, BackupSchedule to) {
                asked.add("schedule " + to.hoursUtc());
            }

            @Override
            public void recoverInPlace() {
                asked.add("recover");
            }

            @Override
            public void recoverIntoNew() {
                asked.add("recover into new");
            }
        };
    }

    private static void picture(Parent view, String name, Fx.Look look, int width) {
        assertTrue(Files.exists(Fx.picture(view, name, look, width, width == 792 ? 590 : 700)));
    }
}
