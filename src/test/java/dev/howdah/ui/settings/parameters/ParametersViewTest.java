package dev.howdah.ui.settings.parameters;

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
import dev.howdah.ui.Place;
import dev.howdah.ui.panel.PanelsTab;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The parameters load and bind in both themes and sizes. */
class ParametersViewTest {
    private static final Problem GONE =
            new Problem(
                    Problem.Kind.UNREACHABLE,
                    "The connection to the server broke.",
                    "The console connects again by itself.",
                    "08006 An I/O error occurred");

    private final ParametersViewModel parameters = new ParametersViewModel();

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
    void showsOldRowsAsOld(Fx.Look look) {
        Parent stale =
                Fx.call(() -> {
                    parameters.show(
                            new Reading.Stale<>(SomeSettings.company(), SomeSettings.NOW, GONE));
                    return shown(frame());
                });
        assertTrue(Files.exists(Fx.picture(stale, "settings-stale", look, 792, 590)));
    }

    private PanelsTab frame() {
        return new PanelsTab(
                List.of(
                        new PaintedPanel(
                                Place.SETTINGS_PARAMETERS, "Parameters", this::parametersView)));
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
}
