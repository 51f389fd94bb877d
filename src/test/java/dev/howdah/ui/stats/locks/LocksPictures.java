package dev.howdah.ui.stats.locks;

import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.stats.session.SomeSituations;
import java.util.List;
import javafx.scene.Parent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of the panels alone, as large as they are in a small and in a large window. */
@Tag("pictures")
class LocksPictures {
    private static final int[][] SIZES = {{744, 560}, {1344, 860}};

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void locks(Fx.Look look) {
        for (int[] size : SIZES) {
            LocksViewModel model = Fx.call(LocksViewModel::new);
            Parent view = Fx.call(() -> SomeLocks.view(model, new SomeWorkbench()));
            Fx.run(() -> model.show(SomeSituations.queues()));
            Fx.picture(view, "locks", look, size[0], size[1]);
            Fx.run(() -> {
                model.selection().choose(List.of(model.lines().getFirst()));
                model.selection().whileUpdating(() -> {});
            });
            Fx.picture(view, "locks-detail", look, size[0], size[1]);
        }
    }
}
