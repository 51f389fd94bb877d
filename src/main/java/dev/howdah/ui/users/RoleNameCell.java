package dev.howdah.ui.users;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.pg.roles.RolesSnapshot.Kind;
import dev.howdah.ui.LiveRow;
import dev.howdah.ui.Names;
import dev.howdah.ui.users.RoleLine.Entry;
import dev.howdah.ui.users.RoleLine.Heading;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first cell of a line: a heading with its number of roles, or a role with its sign. */
final class RoleNameCell extends TableCell<LiveRow<RoleLine>, RoleLine> {
    private static final Texts TEXTS = Texts.of(RoleNameCell.class);
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final FontIcon icon = new FontIcon();
    private final Label you = new Label(TEXTS.text("users.you"));
    private final Tooltip whole = new Tooltip();

    RoleNameCell() {
        getStyleClass().add("role-name");
        you.getStyleClass().addAll("caption", "badge");
    }

    @Override
    protected void updateItem(@Nullable RoleLine line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(HEADING, !empty && line instanceof Heading);
        setTooltip(null);
        if (empty || line == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        switch (line) {
            case Heading(Kind kind, int matching, boolean open) -> {
                icon.setIconLiteral(open ? "fth-chevron-down" : "fth-chevron-right");
                setContentDisplay(ContentDisplay.LEFT);
                setGraphic(icon);
                setText(RoleWords.heading(kind) + "  " + Quantities.count(matching));
            }
            case Entry entry -> {
                setContentDisplay(ContentDisplay.RIGHT);
                setGraphic(entry.you() ? you : null);
                setText(Names.visible(entry.role().name()));
                whole.setText(getText());
                setTooltip(whole);
            }
        }
    }
}
