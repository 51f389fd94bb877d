package dev.howdah.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.pg.settings.SomeSettings;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.PaintedPanel;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.PanelsTab;
import dev.howdah.ui.Place;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The views load and bind in both themes and sizes, and only the panel in front reads. */
class SettingsViewTest {
    private static final Problem GONE =
            new Problem(
                    Problem.Kind.UNREACHABLE,
                    "The connection to the server broke.",
                    "The console connects again by itself.",
                    "08006 An I/O error occurred");

    private final ParametersViewModel parameters = new ParametersViewModel();
    private final ExtensionsViewModel extensions = new ExtensionsViewModel();
    private final PanelsTab frame = frame();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsParameters(Fx.Look look) {
        assertPictures("settings-parameters", look);
    }

    @Test
    void findsACategoryByTyping() {
        Parent view =
                Fx.call(() -> {
                    parameters.show(new Reading.Fresh<>(SomeSettings.company(), SomeSettings.NOW));
                    return shown(frame());
                });
        ChoiceBox<?> category = (ChoiceBox<?>) view.lookup(".category-choice");

        Fx.run(() -> {
            category.fireEvent(
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED, "r", "r", KeyCode.R, false, false, false, false));
        });

        assertEquals("Resource Usage", category.getValue());
    }

    private void assertPictures(String name, Fx.Look look) {
        for (int width : new int[] {792, 1_392}) {
            Parent view =
                    Fx.call(() -> {
                        parameters.show(
                                new Reading.Fresh<>(SomeSettings.company(), SomeSettings.NOW));
                        parameters.lines().stream()
                                .filter(row -> row.get().name().equals("max_connections"))
                                .forEach(parameters::look);
                        return shown(frame());
                    });
            assertTrue(Files.exists(Fx.picture(view, name, look, width, width == 792 ? 590 : 890)));
        }
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
                    frame.select(Place.SETTINGS_EXTENSIONS, "");
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
    void showsEveryFace(Fx.Look look) {
        Parent stale =
                Fx.call(() -> {
                    parameters.show(
                            new Reading.Stale<>(SomeSettings.company(), SomeSettings.NOW, GONE));
                    extensions.show(
                            new Reading.Fresh<>(SomeSettings.extensions(), SomeSettings.NOW));
                    return shown(frame);
                });
        assertTrue(Files.exists(Fx.picture(stale, "settings-stale", look, 792, 590)));
        Fx.run(() -> frame.select(Place.SETTINGS_EXTENSIONS, ""));
        assertTrue(Files.exists(Fx.picture(stale, "settings-empty", look, 792, 590)));
    }

    private PanelsTab frame() {
        return new PanelsTab(
                List.of(
                        new PaintedPanel(
                                Place.SETTINGS_PARAMETERS, "Parameters", this::parametersView),
                        new PaintedPanel(
                                Place.SETTINGS_EXTENSIONS, "Extensions", this::extensionsView)));
    }

    private static Parent shown(PanelsTab frame) {
        Parent view = frame.view();
        frame.shown();
        return view;
    }

    private Parent parametersView() {
        return FxmlViews.load(
                new ParametersController(
                        parameters,
                        new SomeWorkbench(),
                        () -> {},
                        () -> {},
                        new ParameterActs(
                                SomeSessions.nowhere(), List::of, new SomeWorkbench(), () -> {})),
                new ParameterDetailController(parameters, new SomeWorkbench(), _ -> {}));
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
