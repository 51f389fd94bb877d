package dev.howdah.ui.settings.extensions;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Reading;
import dev.howdah.pg.settings.SomeSettings;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.PaintedPanel;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.panel.PanelsTab;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The extensions load and bind in both themes. */
class ExtensionsViewTest {
    private final ExtensionsViewModel extensions = new ExtensionsViewModel();
    private final PanelsTab frame = frame();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsExtensions(Fx.Look look) {
        Parent view =
                Fx.call(() -> {
                    extensions.show(
                            new Reading.Fresh<>(
                                    SomeSettings.extensions(
                                            SomeSettings.installed("hstore", "1.8", "1.8"),
                                            SomeSettings.installed(
                                                    "pg_stat_statements", "1.9", "1.12"),
                                            SomeSettings.withoutFiles("timescaledb", "2.1"),
                                            SomeSettings.available("vector", "0.8.1")),
                                    SomeSettings.NOW));
                    Parent loaded = shown(frame);
                    return loaded;
                });

        assertTrue(Files.exists(Fx.picture(view, "settings-extensions", look, 792, 590)));
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsWhatIsInTheWay(Fx.Look look) {
        Parent view =
                Fx.call(() ->
                        new StackPane(
                                FxmlViews.load(
                                        new ObstacleController(
                                                "hstore can't be dropped",
                                                "2 objects depend on it, so it can't be dropped.",
                                                List.of("column about of table goods", "view v"),
                                                new SomeWorkbench(),
                                                () -> {}))));

        assertTrue(Files.exists(Fx.picture(view, "settings-obstacle", look, 640, 480)));
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void saysThatThereIsNone(Fx.Look look) {
        Parent empty =
                Fx.call(() -> {
                    extensions.show(
                            new Reading.Fresh<>(SomeSettings.extensions(), SomeSettings.NOW));
                    return shown(frame);
                });
        assertTrue(Files.exists(Fx.picture(empty, "settings-empty", look, 792, 590)));
    }

    private PanelsTab frame() {
        return new PanelsTab(
                List.of(
                        new PaintedPanel(
                                Place.SETTINGS_EXTENSIONS, "Extensions", this::extensionsView)));
    }

    private static Parent shown(PanelsTab frame) {
        Parent view = frame.view();
        frame.shown();
        return view;
    }

    private Parent extensionsView() {
        return FxmlViews.load(
                new ExtensionsController(
                        extensions,
                        new SomeWorkbench(),
                        () -> {},
                        () -> {},
                        new ExtensionActs(SomeSessions.nowhere(), new SomeWorkbench(), () -> {})));
    }
}
