package dev.howdah.ui.users;

import java.util.Map;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** The pages about the role that is looked at; one of them is in front. */
public final class RolePagesController {
    private final RolePages pages;

    @FXML private ToggleGroup choice;
    @FXML private ToggleButton role;
    @FXML private ToggleButton access;
    @FXML private ScrollPane rolePage;
    @FXML private VBox accessPage;

    RolePagesController(RolePages pages) {
        this.pages = pages;
    }

    @FXML
    private void initialize() {
        Map<RolePages.Page, ToggleButton> buttons =
                Map.of(RolePages.Page.ROLE, role, RolePages.Page.ACCESS, access);
        Map<RolePages.Page, Node> views =
                Map.of(RolePages.Page.ROLE, rolePage, RolePages.Page.ACCESS, accessPage);
        buttons.forEach((page, button) -> button.setUserData(page));
        choice.selectedToggleProperty().subscribe(this::choose);
        pages.front()
                .subscribe(front -> {
                    choice.selectToggle(Objects.requireNonNull(buttons.get(front)));
                    views.forEach((page, view) -> view.setVisible(page == front));
                });
    }

    /** A press on the chosen button doesn't take the choice away. */
    private void choose(Toggle before, Toggle now) {
        if (now == null) {
            if (before != null) {
                choice.selectToggle(before);
            }
            return;
        }
        pages.show((RolePages.Page) now.getUserData());
    }
}
