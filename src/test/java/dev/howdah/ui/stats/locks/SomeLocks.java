package dev.howdah.ui.stats.locks;

import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.stats.session.SessionActs;
import dev.howdah.ui.stats.session.SessionActsController;
import dev.howdah.ui.stats.session.SessionDetailController;
import dev.howdah.ui.stats.session.SessionDetailViewModel;
import dev.howdah.ui.stats.session.SomeSituations;
import javafx.scene.Parent;

/** The panel of locks with made-up content, on no server. */
final class SomeLocks {
    private SomeLocks() {}

    static Parent view(LocksViewModel model, SomeWorkbench workbench) {
        SessionDetailViewModel detail = new SessionDetailViewModel((_, _) -> {});
        SessionActs acts = SomeSituations.acts(false);
        acts.on(model::chosenSessions);
        SessionActsController actsController = new SessionActsController(acts, workbench, () -> {});
        LocksController controller =
                new LocksController(model, detail, actsController, workbench, () -> {}, () -> {});
        return FxmlViews.load(
                controller,
                actsController,
                new SessionDetailController(detail, workbench, controller::goToPid));
    }
}
