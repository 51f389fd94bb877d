package dev.howdah.ui.users.role;

import dev.howdah.ui.Names;
import dev.howdah.ui.users.role.Memberships.Link;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import org.jspecify.annotations.Nullable;

/** A role in a tree of memberships, with the options that are out of the ordinary. */
public final class LinkCell extends TreeCell<Link> {
    private final Label options = new Label();

    public LinkCell() {
        options.getStyleClass().addAll("caption", "text-muted");
        setContentDisplay(ContentDisplay.RIGHT);
    }

    @Override
    protected void updateItem(@Nullable Link link, boolean empty) {
        super.updateItem(link, empty);
        if (empty || link == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        setText(Names.visible(link.name()));
        options.setText(RoleWords.options(link));
        setGraphic(options.getText().isEmpty() ? null : options);
    }
}
