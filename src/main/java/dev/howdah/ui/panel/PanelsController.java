package dev.howdah.ui.panel;

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

/** The frame of a tab with panels: which of them is in front, and which may read. */
public final class PanelsController {
    private final List<TabPanel> panels;
    private final Map<TabPanel, Parent> built = new HashMap<>();
    private final ToggleGroup choice = new ToggleGroup();
    private @Nullable TabPanel front;
    private boolean onScreen;

    @FXML private HBox navigation;
    @FXML private StackPane stage;

    PanelsController(List<TabPanel> panels) {
        this.panels = panels;
    }

    @FXML
    private void initialize() {
        for (TabPanel panel : panels) {
            navigation.getChildren().add(button(panel));
        }
        choice.selectedToggleProperty().subscribe(this::chosen);
        choice.selectToggle(choice.getToggles().getFirst());
    }

    private ToggleButton button(TabPanel panel) {
        ToggleButton button = new ToggleButton(panel.title());
        button.setUserData(panel);
        button.setToggleGroup(choice);
        int index = panels.indexOf(panel);
        button.getStyleClass()
                .addAll(
                        "small",
                        index == 0
                                ? "left-pill"
                                : index == panels.size() - 1 ? "right-pill" : "center-pill");
        return button;
    }

    /** Pressing the chosen button again would leave nothing chosen; it stays. */
    private void chosen(@Nullable Toggle before, @Nullable Toggle now) {
        if (now == null) {
            if (before != null) {
                choice.selectToggle(before);
            }
            return;
        }
        bringToFront((TabPanel) now.getUserData());
    }

    private void bringToFront(TabPanel panel) {
        if (panel.equals(front)) {
            return;
        }
        if (onScreen && front != null) {
            front.hidden();
        }
        front = panel;
        if (onScreen) {
            show(panel);
        }
    }

    private void show(TabPanel panel) {
        stage.getChildren().setAll(built.computeIfAbsent(panel, TabPanel::view));
        panel.shown();
    }

    void shown() {
        onScreen = true;
        if (front != null) {
            show(front);
        }
    }

    void hidden() {
        onScreen = false;
        if (front != null) {
            front.hidden();
        }
    }

    void select(Place place, String filter) {
        for (Toggle toggle : choice.getToggles()) {
            TabPanel panel = (TabPanel) toggle.getUserData();
            if (panel.place() == place) {
                choice.selectToggle(toggle);
                built.computeIfAbsent(panel, TabPanel::view);
                if (!filter.isEmpty()) {
                    panel.filter(filter);
                }
            }
        }
    }
}
