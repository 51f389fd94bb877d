package dev.howdah.ui.settings;

import dev.howdah.ui.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The frame of the tab: which panel is in front, and which may read. */
public final class SettingsController {
    private final List<SettingsPanel> panels;
    private final Map<SettingsPanel, Parent> built = new HashMap<>();
    private final ToggleGroup choice = new ToggleGroup();
    private @Nullable SettingsPanel front;
    private boolean onScreen;

    @FXML private HBox navigation;
    @FXML private StackPane stage;

    /**
     * @param panels two or more, the first one is in front at the beginning
     */
    SettingsController(List<SettingsPanel> panels) {
        this.panels = panels;
    }

    @FXML
    private void initialize() {
        for (SettingsPanel panel : panels) {
            ToggleButton button = new ToggleButton(panel.title());
            button.setUserData(panel);
            button.setToggleGroup(choice);
            button.getStyleClass().addAll("small", "center-pill");
            navigation.getChildren().add(button);
        }
        navigation.getChildren().getFirst().getStyleClass().set(2, "left-pill");
        navigation.getChildren().getLast().getStyleClass().set(2, "right-pill");
        choice.selectedToggleProperty().subscribe(this::chosen);
        choice.selectToggle(choice.getToggles().getFirst());
    }

    /** Pressing the chosen button again would leave nothing chosen; it stays. */
    private void chosen(@Nullable Toggle before, @Nullable Toggle now) {
        if (now != null) {
            bringToFront((SettingsPanel) now.getUserData());
        } else if (before != null) {
            choice.selectToggle(before);
        }
    }

    private void bringToFront(SettingsPanel panel) {
        if (panel.equals(front)) {
            return;
        }
        hide();
        front = panel;
        stage.getChildren().setAll(built.computeIfAbsent(panel, SettingsPanel::view));
        if (onScreen) {
            panel.shown();
        }
    }

    private void hide() {
        if (onScreen && front != null) {
            front.hidden();
        }
    }

    void shown() {
        onScreen = true;
        if (front != null) {
            front.shown();
        }
    }

    void hidden() {
        hide();
        onScreen = false;
    }

    void select(Place place, String filter) {
        for (Toggle toggle : choice.getToggles()) {
            SettingsPanel panel = (SettingsPanel) toggle.getUserData();
            if (panel.place() == place) {
                choice.selectToggle(toggle);
                if (!filter.isEmpty()) {
                    panel.filter(filter);
                }
            }
        }
    }
}
