package dev.howdah.ui.stats;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.testing.Fx;
import dev.howdah.testing.QuietWorkbench;
import java.util.List;
import java.util.Set;
import javafx.scene.Parent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of the panels alone, as large as they are in a small and in a large window. */
@Tag("pictures")
class StatsPictures {
    private static final int[][] SIZES = {{744, 560}, {1344, 860}};

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void activity(Fx.Look look) {
        for (int[] size : SIZES) {
            ActivityViewModel model = Fx.call(() -> new ActivityViewModel(Set::of));
            Parent view = Fx.call(() -> SomeViews.activity(model, new QuietWorkbench()));
            Fx.run(() -> {
                model.show(false, SomeViews.busyServer());
                model.showCounts(SomeViews.counts());
            });
            Fx.picture(view, "activity", look, size[0], size[1]);
            Fx.run(() -> {
                model.grouping().set(Grouping.APPLICATION);
                model.selection().choose(List.of(model.shown().getFirst()));
                model.selection().whileUpdating(() -> {});
            });
            Fx.picture(view, "activity-detail", look, size[0], size[1]);
            Fx.run(() -> {
                model.grouping().set(Grouping.NONE);
                model.show(
                        false,
                        new Reading.Stale<>(
                                SomeViews.busyServer().content().orElseThrow(),
                                SomeViews.NOW,
                                Problem.of(
                                        Problem.Kind.UNREACHABLE,
                                        "The connection to the server broke.",
                                        "The console connects again by itself.")));
            });
            Fx.picture(view, "activity-stale", look, size[0], size[1]);
            Fx.run(() -> model.show(false, SomeViews.fresh()));
            Fx.picture(view, "activity-empty", look, size[0], size[1]);
        }
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void locks(Fx.Look look) {
        for (int[] size : SIZES) {
            LocksViewModel model = Fx.call(LocksViewModel::new);
            Parent view = Fx.call(() -> SomeViews.locks(model, new QuietWorkbench()));
            Fx.run(() -> model.show(SomeViews.queues()));
            Fx.picture(view, "locks", look, size[0], size[1]);
            Fx.run(() -> {
                model.selection().choose(List.of(model.lines().getFirst()));
                model.selection().whileUpdating(() -> {});
            });
            Fx.picture(view, "locks-detail", look, size[0], size[1]);
        }
    }
}
