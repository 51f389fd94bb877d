package dev.howdah.ui.backups.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.pg.archive.ArchiveSnapshot;
import dev.howdah.pg.archive.ArchiveSnapshot.Destination;
import dev.howdah.pg.archive.ArchiveSnapshot.Mode;
import dev.howdah.pg.archive.SomeArchive;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneOffset;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The view loads, binds and draws in both themes and sizes. */
class ArchiveViewTest {
    private static final long MB = 1L << 20;
    private static final Problem GONE =
            new Problem(
                    Problem.Kind.UNREACHABLE,
                    "The connection to the server broke.",
                    "The console connects again by itself.",
                    "08006 An I/O error occurred");

    private final ArchiveViewModel model = new ArchiveViewModel(ZoneOffset.UTC);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsAnArchiveThatWorks(Fx.Look look) {
        ArchiveSnapshot working =
                SomeArchive.working(
                        (long) (3.2 * MB),
                        Duration.ofMinutes(4),
                        SomeArchive.copy(1, "replica1", (long) (3.1 * MB)),
                        SomeArchive.copy(2, "analytics", MB),
                        SomeArchive.baseBackup(9, 450 * MB, 1_000 * MB));

        assertTrue(Files.exists(Fx.picture(view(fresh(working)), "archive", look, 792, 590)));
        assertTrue(Files.exists(Fx.picture(view(fresh(working)), "archive", look, 1392, 890)));
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsAnArchiveThatFails(Fx.Look look) {
        ArchiveSnapshot failing =
                SomeArchive.primary(
                        SomeArchive.configuration(Mode.ON, Destination.SET),
                        SomeArchive.failing(
                                SomeArchive.archived(Duration.ofHours(3)),
                                14,
                                Duration.ofSeconds(20)),
                        12 * SomeArchive.SEGMENT + MB);

        assertTrue(
                Files.exists(Fx.picture(view(fresh(failing)), "archive-failing", look, 792, 590)));
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsEveryFace(Fx.Look look) {
        ArchiveSnapshot off = SomeArchive.off();

        assertTrue(Files.exists(Fx.picture(view(fresh(off)), "archive-off", look, 792, 590)));
        assertTrue(
                Files.exists(
                        Fx.picture(
                                view(new Reading.Stale<>(off, SomeArchive.NOW, GONE)),
                                "archive-stale",
                                look,
                                792,
                                590)));
        assertTrue(
                Files.exists(
                        Fx.picture(
                                view(new Reading.Unavailable<>(GONE)),
                                "archive-unavailable",
                                look,
                                792,
                                590)));
    }

    @Test
    void saysTheSentenceOfTheModel() {
        Parent view = view(fresh(SomeArchive.off()));
        Fx.picture(view, "archive-off", Fx.Look.LIGHT, 792, 590);

        Label sentence = (Label) Fx.call(() -> view.lookup("#sentence"));
        assertEquals(
                "No WAL archive is configured here: nothing on this server would survive its disk.",
                Fx.call(sentence::getText));
    }

    private Parent view(Reading<ArchiveSnapshot> reading) {
        return Fx.call(() -> {
            Parent view =
                    FxmlViews.load(
                            new ArchiveController(model, new SomeWorkbench(), () -> {}, () -> {}));
            model.show(reading);
            return view;
        });
    }

    private static Reading<ArchiveSnapshot> fresh(ArchiveSnapshot snapshot) {
        return new Reading.Fresh<>(snapshot, SomeArchive.NOW);
    }
}
