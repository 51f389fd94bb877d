package dev.howdah.ui.settings.allowlist;

import dev.howdah.core.Texts;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.ui.Names;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.settings.allowlist.effect.OwnAddresses;
import dev.howdah.ui.settings.allowlist.list.AllowlistLine;
import dev.howdah.ui.settings.allowlist.list.AllowlistLine.Mark;
import dev.howdah.ui.table.LiveRow;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The range of a rule, with what becomes of it: added, removed, or open to everybody. */
final class OriginCell extends TableCell<LiveRow<AllowlistLine>, AllowlistLine> {
    private static final Texts TEXTS = Texts.of(OriginCell.class);
    private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");
    private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");

    OriginCell() {
        getStyleClass().add("allow-origin");
    }

    @Override
    protected void updateItem(@Nullable AllowlistLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setGraphic(null);
        setTooltip(null);
        Mark mark = empty || line == null ? Mark.STAYS : line.mark();
        pseudoClassStateChanged(ADDED, mark == Mark.ADDED);
        pseudoClassStateChanged(REMOVED, mark == Mark.REMOVED);
        if (!empty && line != null) {
            show(line);
        }
    }

    private void show(AllowlistLine line) {
        setText(text(line));
        switch (line.mark()) {
            case ADDED, REMOVED -> {
                boolean isAdded = line.mark() == Mark.ADDED;
                setGraphic(new FontIcon(isAdded ? "fth-plus" : "fth-minus"));
                setTooltip(new Tooltip(TEXTS.text("mark." + line.mark())));
            }
            case STAYS, SEEN -> {
                if (line.isEverybody()) {
                    setGraphic(NoticeBox.icon(Notice.Level.WARNING));
                    setTooltip(new Tooltip(TEXTS.text("list.everybody")));
                }
            }
        }
    }

    /** An address that is only seen is no range. */
    private static String text(AllowlistLine line) {
        return line.mark() == Mark.SEEN
                        && line.rule().origin() instanceof AllowRule.Range(Cidr cidr)
                ? OwnAddresses.bare(cidr)
                : Names.visible(line.rule().origin().text());
    }
}
