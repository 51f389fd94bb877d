package dev.howdah.ui.users.list;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.pg.roles.RolesSnapshot.Kind;
import dev.howdah.ui.Names;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.users.list.RoleLine.Entry;
import dev.howdah.ui.users.list.RoleLine.Heading;
import dev.howdah.ui.users.proof.RoleProof;
import dev.howdah.ui.users.role.RoleWords;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first cell of a line: a heading with its number of roles, or a role with its sign. */
public final class RoleNameCell extends TableCell<LiveRow<RoleLine>, RoleLine> {
    private static final Texts TEXTS = Texts.of(RoleNameCell.class);
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final FontIcon icon = new FontIcon();
    private final Label you = new Label(TEXTS.text("users.you"));
    private final Label proof = new Label();
    private final FontIcon proofIcon = new FontIcon("fth-check");
    private final HBox signs = new HBox();
    private final Tooltip whole = new Tooltip();

    public RoleNameCell() {
        getStyleClass().add("role-name");
        you.getStyleClass().addAll("caption", "badge");
        proof.getStyleClass().addAll("caption", "text-muted");
        proof.setGraphic(proofIcon);
        signs.getStyleClass().add("role-signs");
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
                setGraphic(signs(entry));
                setText(Names.visible(entry.role().name()));
                whole.setText(getText());
                setTooltip(whole);
            }
        }
    }

    /** Who we are, and what its proof of access says; null where there is nothing to say. */
    private @Nullable Node signs(Entry entry) {
        signs.getChildren().clear();
        if (entry.you()) {
            signs.getChildren().add(you);
        }
        entry.proof()
                .ifPresent(mark -> {
                    proof.setText(TEXTS.text("proof.mark." + mark));
                    proofIcon.setIconLiteral(
                            mark == RoleProof.Mark.PROVEN ? "fth-check" : "fth-alert-triangle");
                    proofIcon
                            .getStyleClass()
                            .setAll(
                                    "ikonli-font-icon",
                                    mark == RoleProof.Mark.PROVEN ? "success" : "warning");
                    signs.getChildren().add(proof);
                });
        return signs.getChildren().isEmpty() ? null : signs;
    }
}
