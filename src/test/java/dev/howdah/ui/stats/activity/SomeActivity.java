package dev.howdah.ui.stats.activity;

import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.stats.session.SessionActs;
import dev.howdah.ui.stats.session.SessionActsController;
import dev.howdah.ui.stats.session.SessionDetailController;
import dev.howdah.ui.stats.session.SessionDetailViewModel;
import dev.howdah.ui.stats.session.SomeSituations;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.Parent;

/** The panel of sessions with made-up content, on no server. */
final class SomeActivity {
    private SomeActivity() {}

    static Parent view(ActivityViewModel model, SomeWorkbench workbench) {
        return view(model, workbench, false);
    }

    static Parent view(ActivityViewModel model, SomeWorkbench workbench, boolean readOnly) {
        SessionDetailViewModel detail = new SessionDetailViewModel((_, _) -> {});
        SessionActs acts = SomeSituations.acts(readOnly);
        acts.on(model.selection()::chosen);
        SessionActsController actsController = new SessionActsController(acts, workbench, () -> {});
        ActivityController controller =
                new ActivityController(
                        model,
                        detail,
                        actsController,
                        workbench,
                        new NoCommands(),
                        Optional.empty());
        return FxmlViews.load(
                controller,
                actsController,
                new SessionDetailController(detail, workbench, controller::goToPid));
    }

    private static final class NoCommands implements ActivityController.Commands {
        @Override
        public void retry() {}

        @Override
        public void showSql() {}

        @Override
        public void terminateIdle(Duration atLeast) {}
    }
}
