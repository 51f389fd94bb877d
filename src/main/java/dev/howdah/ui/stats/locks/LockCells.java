package dev.howdah.ui.stats.locks;

import dev.howdah.ui.stats.session.AgeCell;
import dev.howdah.ui.stats.session.ConcernStyle;
import dev.howdah.ui.table.LiveRow;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The columns of the table of queues; the order of the lines is the tree's, so none sorts. */
final class LockCells {
    private static final double INDENT = 16;

    /** Deeper queues exist; their lines stay in sight. */
    private static final int MAX_INDENTS = 8;

    private LockCells() {}

    static void words(
            TableColumn<LiveRow<LockLine>, LockLine> column, Function<LockLine, String> words) {
        column.setCellValueFactory(cell -> cell.getValue().valueProperty());
        column.setCellFactory(_ -> new WordsCell(words));
        column.setSortable(false);
    }

    /** The session, further to the right the more others stand before it. */
    static void tree(TableColumn<LiveRow<LockLine>, LockLine> column) {
        words(column, LockWords::session);
        column.setCellFactory(_ -> new TreeCell());
    }

    static void state(TableColumn<LiveRow<LockLine>, LockLine> column) {
        words(column, LockWords::state);
        column.setCellFactory(_ -> new StateCell());
    }

    static void age(TableColumn<LiveRow<LockLine>, LockLine> column) {
        words(column, LockWords::age);
        column.setCellFactory(_ -> new AgeCell<>(LockWords::age, LockLine::concern));
    }

    /** One text about a line. */
    private static final class WordsCell extends TableCell<LiveRow<LockLine>, LockLine> {
        private final Function<LockLine, String> words;

        WordsCell(Function<LockLine, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable LockLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : words.apply(line));
        }
    }

    /** The session with its indent. */
    private static final class TreeCell extends TableCell<LiveRow<LockLine>, LockLine> {
        private final FontIcon icon = new FontIcon("fth-corner-down-right");

        private final Region indent = new Region();
        private final HBox branch = new HBox(indent, icon);

        TreeCell() {
            icon.getStyleClass().add("concern-icon");
        }

        @Override
        protected void updateItem(@Nullable LockLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(LockWords.session(line));
            indent.setMinWidth(INDENT * Math.clamp(line.depth() - 1, 0, MAX_INDENTS));
            setGraphic(line.depth() == 0 ? null : branch);
        }
    }

    /** What the session of a line does. */
    private static final class StateCell extends TableCell<LiveRow<LockLine>, LockLine> {
        private final FontIcon icon = new FontIcon();

        StateCell() {
            icon.getStyleClass().add("concern-icon");
        }

        @Override
        protected void updateItem(@Nullable LockLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            icon.setIconLiteral(LockWords.icon(line));
            ConcernStyle.apply(icon, line.concern());
            setText(LockWords.state(line));
            setGraphic(icon);
        }
    }
}
