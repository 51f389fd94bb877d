package dev.howdah.ui.panel;

import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.ServerTab;
import java.util.List;
import javafx.scene.Parent;

/** A tab that is a row of panels, each built when it is first looked at. */
public final class PanelsTab implements ServerTab {
    private final List<TabPanel> panels;
    private final PanelsController controller;

    /**
     * @param panels two or more; the first one is in front at the beginning
     */
    public PanelsTab(List<TabPanel> panels) {
        this.panels = List.copyOf(panels);
        this.controller = new PanelsController(this.panels);
    }

    @Override
    public Parent view() {
        return FxmlViews.load(controller);
    }

    @Override
    public void shown() {
        controller.shown();
    }

    @Override
    public void hidden() {
        controller.hidden();
    }

    @Override
    public void select(Place place, String filter) {
        controller.select(place, filter);
    }

    @Override
    public void close() {
        panels.forEach(TabPanel::close);
    }
}
