package dev.howdah.ui.users;

import dev.howdah.core.Texts;
import dev.howdah.ui.users.form.Complaints;
import dev.howdah.ui.users.hosted.HostedActs;
import dev.howdah.ui.users.list.RoleActs;
import dev.howdah.ui.users.list.UsersViewModel;
import java.util.ArrayList;
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
        model.hosted().subscribe(_ -> show());
    }

    private void show() {
        Optional<RoleActs> acts = model.acts();
        boolean ways = model.hostedActs().filter(hosted -> hosted.locked().isEmpty()).isPresent();
        Optional<String> locked = acts.flatMap(RoleActs::locked).filter(_ -> !ways);
        change.setGraphic(locked.isPresent() ? new FontIcon("fth-lock") : null);
        change.setAccessibleHelp(locked.orElse(""));
        change.setText(TEXTS.text("roleActs.change"));
        Complaints.shown(change, acts.isPresent());
        change.getItems().setAll(items());
    }

    private void act(RoleActs.Act act) {
        model.looked().ifPresent(role -> forms.change(act, role, model.known().orElseThrow()));
    }

    private void act(HostedActs.Act act) {
        model.hostedActs().flatMap(HostedActs::user).ifPresent(user -> forms.change(act, user));
    }

    /**
     * For the context menu of the table, which shows the same as the button: what the provider can
     * do, and what SQL can do.
     */
    List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        model.acts()
                .ifPresent(all -> {
                    model.hostedActs()
                            .ifPresent(hosted -> items.addAll(RoleMenu.items(hosted, this::act)));
                    items.addAll(RoleMenu.items(all, this::act));
                });
        return items;
    }
}
