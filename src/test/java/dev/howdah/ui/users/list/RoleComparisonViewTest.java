package dev.howdah.ui.users.list;

import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.SomeRoles;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.users.form.FormPictures;
import java.util.List;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

/** Two roles stand beside each other. */
class RoleComparisonViewTest {
    @Test
    void comparesTwoRoles() {
        Fx.start();
        List<RolesSnapshot.Role> all = SomeRoles.company().roles();
        Parent view =
                Fx.call(() ->
                        FxmlViews.load(
                                new RoleComparisonController(
                                        RoleComparison.of(all.get(1), all.get(2)),
                                        new SomeWorkbench(),
                                        () -> {})));
        FormPictures.take(view, "compare");
    }
}
