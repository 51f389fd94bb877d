package dev.howdah.ui.users.list;

import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.users.form.Complaints;
import dev.howdah.ui.users.use.RoleUse;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** Says over the table how far unused roles are known, while somebody asks for them. */
public final class RoleUseController {
    private final UsersViewModel model;
    private final Runnable openGrants;

    @FXML private HBox root;
    @FXML private NoticeBox notice;
    @FXML private Button grants;

    /**
     * @param openGrants lists what was granted to unused roles
     */
    public RoleUseController(UsersViewModel model, Runnable openGrants) {
        this.model = model;
        this.openGrants = openGrants;
    }

    @FXML
    private void initialize() {
        model.list().search().unused().subscribe(asked -> Complaints.shown(root, asked));
        model.use().subscribe(this::show);
    }

    private void show(RoleUse use) {
        notice.show(List.of(use.notice()));
        Complaints.shown(grants, use.unused().filter(some -> !some.isEmpty()).isPresent());
    }

    @FXML
    private void openGrants() {
        openGrants.run();
    }
}
