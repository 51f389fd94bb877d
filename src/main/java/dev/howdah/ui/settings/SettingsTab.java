package dev.howdah.ui.settings;

import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.ServerTab;
import dev.howdah.ui.Workbench;
import java.util.List;
import javafx.scene.Parent;

/** The tab Advanced Settings of one server. */
public final class SettingsTab implements ServerTab {
    private final List<SettingsPanel> panels;
    private final SettingsController controller;

    public SettingsTab(Session session, Workbench workbench) {
        this(
                List.of(
                        new ParametersPanel(session, workbench),
                        new ExtensionsPanel(session, workbench)));
    }

    SettingsTab(List<SettingsPanel> panels) {
        this.panels = panels;
        this.controller = new SettingsController(panels);
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
        panels.forEach(SettingsPanel::close);
    }
}
