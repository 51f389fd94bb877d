package dev.howdah.ui.stats;

import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.ServerTab;
import dev.howdah.ui.Workbench;
import java.util.List;
import javafx.scene.Parent;

/** The Stats tab of one server: a row of panels, each built when it is first looked at. */
public final class StatsTab implements ServerTab {
    private final List<StatsPanel> panels;
    private final StatsController controller;

    public StatsTab(Session session, Workbench workbench) {
        this(
                List.of(
                        new ActivityPanel(session, workbench),
                        new LocksPanel(session, workbench),
                        new StatementsPanel(session, workbench),
                        new ChartsPanel(session, workbench)));
    }

    StatsTab(List<StatsPanel> panels) {
        this.panels = panels;
        this.controller = new StatsController(panels);
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
        panels.forEach(StatsPanel::close);
    }
}
