package dev.howdah.ui.overview.service;

import dev.howdah.ui.FactGrid;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.ReadingPane;
import javafx.fxml.FXML;

/** The card of the provider's service; not there for a server that nobody hosts for us. */
public final class ServiceController {
    private final ServiceViewModel model;
    private final Workbench workbench;
    private final Runnable retry;
    private final boolean hosted;

    @FXML private ReadingPane pane;
    @FXML private FactGrid facts;

    public ServiceController(
            ServiceViewModel model, Workbench workbench, Runnable retry, boolean hosted) {
        this.model = model;
        this.workbench = workbench;
        this.retry = retry;
        this.hosted = hosted;
    }

    @FXML
    private void initialize() {
        pane.setVisible(hosted);
        pane.setManaged(hosted);
        pane.stateProperty().bind(model.state());
        pane.setOnRetry(retry);
        model.facts().subscribe(facts::show);
    }

    @FXML
    private void showPlans() {
        workbench.goTo(Place.SETTINGS_PLAN);
    }
}
