package dev.howdah.ui.settings.allowlist;

import dev.howdah.core.Texts;
import dev.howdah.ui.settings.allowlist.effect.Overlaps;
import dev.howdah.ui.settings.allowlist.list.AllowlistLine;
import dev.howdah.ui.settings.allowlist.list.AllowlistLine.Mark;
import dev.howdah.ui.table.LiveRow;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The button that removes a rule from the draft, or leaves it after all. */
final class RuleActCell extends TableCell<LiveRow<AllowlistLine>, AllowlistLine> {
    private static final Texts TEXTS = Texts.of(RuleActCell.class);

    private final AllowlistDraftViewModel draft;
    private final Button act = new Button();

    RuleActCell(AllowlistDraftViewModel draft) {
        this.draft = draft;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        act.getStyleClass().addAll("flat", "button-icon", "small");
        act.disableProperty().bind(draft.editable().not());
    }

    @Override
    protected void updateItem(@Nullable AllowlistLine line, boolean empty) {
        super.updateItem(line, empty);
        setGraphic(null);
        if (empty || line == null) {
            return;
        }
        boolean isRemoved = line.mark() == Mark.REMOVED;
        act.setGraphic(new FontIcon(isRemoved ? "fth-rotate-ccw" : "fth-x"));
        String words =
                TEXTS.text(isRemoved ? "act.leave" : "act.remove", Overlaps.named(line.rule()));
        act.setAccessibleText(words);
        act.setTooltip(new Tooltip(words));
        act.setOnAction(_ -> draft.toggle(line));
        setGraphic(act);
    }
}
