package dev.howdah.ui.stats.activity;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.testing.Fx;
import dev.howdah.testing.PaintedPanel;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.Place;
import dev.howdah.ui.panel.PanelsTab;
import dev.howdah.ui.panel.TabPanel;
import dev.howdah.ui.stats.session.SomeSituations;
import java.util.List;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of the panels alone, as large as they are in a small and in a large window. */
@Tag("pictures")
class ActivityPictures {
    private static final int[][] SIZES = {{744, 560}, {1344, 860}};

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void activity(Fx.Look look) {
        for (int[] size : SIZES) {
            ActivityViewModel model = Fx.call(() -> new ActivityViewModel("dba", Set::of));
            Parent view = Fx.call(() -> SomeActivity.view(model, new SomeWorkbench()));
            Fx.run(() -> {
                model.show(false, SomeSituations.busyServer());
                model.showCounts(SomeSituations.counts());
            });
            Fx.picture(view, "activity", look, size[0], size[1]);
            Fx.run(() -> {
                model.groups().by().set(Grouping.APPLICATION);
                model.selection().choose(List.of(model.shown().getFirst()));
                model.selection().whileUpdating(() -> {});
            });
            Fx.picture(view, "activity-detail", look, size[0], size[1]);
            Fx.run(() -> {
                model.groups().by().set(Grouping.NONE);
                model.show(
                        false,
                        new Reading.Stale<>(
                                SomeSituations.busyServer().content().orElseThrow(),
                                SomeSituations.NOW,
                                Problem.of(
                                        Problem.Kind.UNREACHABLE,
                                        "The connection to the server broke.",
                                        "The console connects again by itself.")));
            });
            Fx.picture(view, "activity-stale", look, size[0], size[1]);
            Fx.run(() -> model.show(false, SomeSituations.fresh()));
            Fx.picture(view, "activity-empty", look, size[0], size[1]);
        }
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void frame(Fx.Look look) {
        for (int[] size : SIZES) {
            ActivityViewModel model = Fx.call(() -> new ActivityViewModel("dba", Set::of));
            TabPanel activity =
                    new PaintedPanel(
                            Place.STATS_ACTIVITY,
                            "Activity",
                            () -> SomeActivity.view(model, new SomeWorkbench()));
            PanelsTab tab =
                    new PanelsTab(
                            List.of(
                                    activity,
                                    new PaintedPanel(Place.STATS_LOCKS, "Locks", VBox::new),
                                    new PaintedPanel(
                                            Place.STATS_STATEMENTS, "Statements", VBox::new)));
            Parent view = Fx.call(tab::view);
            Fx.run(() -> {
                tab.shown();
                model.show(false, SomeSituations.busyServer());
                model.showCounts(SomeSituations.counts());
            });
            Fx.picture(view, "stats", look, size[0] + 48, size[1]);
        }
    }
}
