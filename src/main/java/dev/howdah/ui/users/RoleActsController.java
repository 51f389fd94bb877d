package dev.howdah.ui.users;

import dev.howdah.core.Texts;
import dev.howdah.ui.users.form.Complaints;
import dev.howdah.ui.users.list.RoleActs;
import dev.howdah.ui.users.list.UsersViewModel;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menu with which the role that is looked at is changed. */
public final class RoleActsController {
    private static final Texts TEXTS = Texts.of(RoleActsController.class);

    private final UsersViewModel model;
    private final UserForms forms;

    @FXML private MenuButton change;

    RoleActsController(UsersViewModel model, UserForms forms) {
        this.model = model;
        this.forms = forms;
    }

    @FXML
    private void initialize() {
        model.detail().subscribe(_ -> show());
        model.state().subscribe(_ -> show());
    }

    private void show() {
        Optional<RoleActs> acts = model.acts();
        boolean locked = acts.flatMap(RoleActs::locked).isPresent();
        change.setGraphic(locked ? new FontIcon("fth-lock") : null);
        change.setAccessibleHelp(acts.flatMap(RoleActs::locked).orElse(""));
        change.setText(TEXTS.text("roleActs.change"));
        Complaints.shown(change, acts.isPresent());
        change.getItems().setAll(items());
    }

    private void act(RoleActs.Act act) {
        model.looked().ifPresent(role -> forms.change(act, role, model.known().orElseThrow()));
    }

    /** For the context menu of the table, which shows the same as the button. */
    List<MenuItem> items() {
        return model.acts().map(all -> RoleMenu.items(all, this::act)).orElse(List.of());
    }
}
