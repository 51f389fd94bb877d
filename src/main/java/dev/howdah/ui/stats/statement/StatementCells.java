package dev.howdah.ui.stats.statement;

import dev.howdah.ui.Names;
import dev.howdah.ui.table.LiveRow;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The cells of the table of statements. */
public final class StatementCells {
    /** A mean that grew by half is worth a colour; source: the thresholds of other tools. */
    private static final double WORSE_FROM_PCT = 50;

    private StatementCells() {}

    /** Paints one line, or nothing. */
    public abstract static class Cell extends TableCell<LiveRow<StatementLine>, StatementLine> {
        @Override
        protected final void updateItem(@Nullable StatementLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                clear();
            } else {
                show(line);
            }
        }

        void clear() {
            setText("");
            setTooltip(null);
        }

        abstract void show(StatementLine line);

        final void explain(String why) {
            setTooltip(why.isEmpty() ? null : new Tooltip(why));
        }
    }

    /** A text; numbers get their place from the column's style. */
    public static final class Words extends Cell {
        private final Function<StatementLine, String> words;

        public Words(Function<StatementLine, String> words) {
            this.words = words;
        }

        @Override
        void show(StatementLine line) {
            setText(Names.visible(words.apply(line)));
        }
    }

    /** A number that may be a bound only; then it says why. */
    public static final class Bounded extends Cell {
        private final Function<StatementLine, String> words;

        public Bounded(Function<StatementLine, String> words) {
            this.words = words;
        }

        @Override
        void show(StatementLine line) {
            setText(StatementWords.bounded(line.row(), words.apply(line)));
            explain(StatementWords.certainty(line.row()));
        }
    }

    /** A number per call and the like; where it is not exact, it says why. */
    public static final class Ratio extends Cell {
        private final Function<StatementLine, String> words;

        public Ratio(Function<StatementLine, String> words) {
            this.words = words;
        }

        @Override
        void show(StatementLine line) {
            setText(StatementWords.about(line.row(), words.apply(line)));
            explain(StatementWords.ratioCertainty(line.row()));
        }
    }

    /** The share of all time, as a bar and a number. */
    public static final class Share extends Cell {
        private static final double FULL = 40;

        private final Region bar = new Region();
        private final Label number = new Label();
        private final HBox both;

        public Share() {
            bar.getStyleClass().add("statement-share-bar");
            bar.setMaxWidth(Region.USE_PREF_SIZE);
            bar.setMinWidth(Region.USE_PREF_SIZE);
            HBox slot = new HBox(bar);
            slot.setMinWidth(0);
            slot.setPrefWidth(FULL);
            slot.setAlignment(Pos.CENTER_LEFT);
            number.setMaxWidth(Double.MAX_VALUE);
            number.setMinWidth(Region.USE_PREF_SIZE);
            number.setAlignment(Pos.CENTER_RIGHT);
            HBox.setHgrow(number, Priority.ALWAYS);
            both = new HBox(slot, number);
            both.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        void clear() {
            setGraphic(null);
        }

        @Override
        void show(StatementLine line) {
            double pct = line.sharePct().orElse(0);
            bar.setPrefWidth(pct <= 0 ? 0 : Math.max(1, FULL * pct / 100));
            number.setText(StatementWords.percent(line.sharePct()));
            setGraphic(both);
        }
    }

    /** Mean time and, beside it, how it changed. */
    public static final class Mean extends Cell {
        private static final PseudoClass WORSE = PseudoClass.getPseudoClass("worse");

        private final Label mean = new Label();
        private final Label change = new Label();
        private final HBox both = new HBox(mean, change);

        /**
         * @param compares whether there is room for the change
         */
        public Mean(ObservableValue<Boolean> compares) {
            mean.setMaxWidth(Double.MAX_VALUE);
            mean.setMinWidth(Region.USE_PREF_SIZE);
            mean.setAlignment(Pos.CENTER_RIGHT);
            HBox.setHgrow(mean, Priority.ALWAYS);
            change.getStyleClass().add("statement-change");
            change.visibleProperty().bind(compares);
            change.managedProperty().bind(compares);
            both.setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        void clear() {
            setGraphic(null);
            setTooltip(null);
        }

        @Override
        void show(StatementLine line) {
            mean.setText(
                    StatementWords.about(line.row(), StatementWords.millis(line.row().meanMs())));
            explain(StatementWords.ratioCertainty(line.row()));
            change.setText(StatementWords.change(line.row()));
            change.pseudoClassStateChanged(
                    WORSE, line.row().meanChangePct().orElse(0) >= WORSE_FROM_PCT);
            setGraphic(both);
        }
    }

    /** The text on one line. */
    public static final class Text extends Cell {
        private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

        public Text() {
            getStyleClass().add("statement-text");
        }

        @Override
        void show(StatementLine line) {
            setText(line.textIsKnown() ? line.text() : "…");
            pseudoClassStateChanged(UNKNOWN, !line.textIsKnown());
        }
    }
}
