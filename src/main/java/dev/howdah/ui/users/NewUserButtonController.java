package dev.howdah.ui.users;

import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.ui.users.form.Complaints;
import dev.howdah.ui.users.list.UsersViewModel;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitMenuButton;

/**
 * The ways to what isn't about one role: default privileges, and new users with the reason beside
 * it when there is none.
 */
public final class NewUserButtonController {
    private final UsersViewModel model;
    private final UserForms forms;

    @FXML private Label obstacle;
    @FXML private Button defaults;
    @FXML private SplitMenuButton newUser;

    NewUserButtonController(UsersViewModel model, UserForms forms) {
        this.model = model;
        this.forms = forms;
    }

    @FXML
    private void initialize() {
        Complaints.show(obstacle, model.newUserObstacle());
        // without roles there would be no names for what is listed
        defaults.disableProperty().bind(model.summary().isEmpty());
        newUser.disableProperty().bind(model.newUserObstacle().isNotEmpty());
    }

    @FXML
    private void readOnly() {
        forms.newUser(Kind.READ_ONLY);
    }

    @FXML
    private void readWrite() {
        forms.newUser(Kind.READ_WRITE);
    }

    @FXML
    private void defaultPrivileges() {
        forms.defaultPrivileges();
    }

    @FXML
    private void several() {
        forms.newUsers();
    }
}
