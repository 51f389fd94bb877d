package dev.howdah.ui.stats.statement;

import dev.howdah.core.Texts;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.stats.statement.StatementFigures.Figure;
import dev.howdah.ui.table.LiveRow;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;

/** The statement that is looked at, beside the table. */
public final class StatementDetailController {
    private static final Texts TEXTS = Texts.of(StatementDetailController.class);
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass REMARK = PseudoClass.getPseudoClass("remark");

    private final StatementDetailViewModel model;
    private final Workbench workbench;
    private final Runnable close;

    @FXML private Label heading;
    @FXML private Label facts;
    @FXML private TextArea text;
    @FXML private Label textNote;
    @FXML private TableView<LiveRow<Figure>> figures;
    @FXML private TableColumn<LiveRow<Figure>, Figure> name;
    @FXML private TableColumn<LiveRow<Figure>, Figure> inRange;
    @FXML private TableColumn<LiveRow<Figure>, Figure> total;

    /**
     * @param close what the person's wish to close the detail does
     */
    public StatementDetailController(
            StatementDetailViewModel model, Runnable close, Workbench workbench) {
        this.model = model;
        this.close = close;
        this.workbench = workbench;
    }

    @FXML
    private void initialize() {
        text.accessibleTextProperty().bind(heading.textProperty());
        figures.accessibleTextProperty().bind(heading.textProperty());
        heading.textProperty().bind(model.heading());
        facts.textProperty().bind(model.facts());
        model.text().subscribe(this::showText);
        textNote.textProperty().bind(model.textNote());
        textNote.visibleProperty().bind(model.textNote().isNotEmpty());
        textNote.managedProperty().bind(textNote.visibleProperty());
        figures.setItems(model.figures());
        figures.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        figures.setRowFactory(_ -> new FigureRow());
        inRange.textProperty().bind(model.rangeTitle());
        inRange.visibleProperty().bind(model.rangeTitle().isNotEmpty());
        column(name, Figure::name);
        column(inRange, Figure::inRange);
        column(total, Figure::total);
    }

    /** The place in the text stays where it is when a refresh brings the same text. */
    private void showText(String newest) {
        if (!newest.equals(text.getText())) {
            text.setText(newest);
        }
    }

    private static void column(
            TableColumn<LiveRow<Figure>, Figure> column, Function<Figure, String> words) {
        column.setCellValueFactory(cell -> cell.getValue().valueProperty());
        column.setCellFactory(_ ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(@Nullable Figure figure, boolean empty) {
                        super.updateItem(figure, empty);
                        setText(empty || figure == null ? "" : words.apply(figure));
                    }
                });
    }

    /** Headings and remarks look different from numbers. */
    private static final class FigureRow extends TableRow<LiveRow<Figure>> {
        @Override
        protected void updateItem(@Nullable LiveRow<Figure> line, boolean empty) {
            super.updateItem(line, empty);
            Figure.Kind kind = line == null || empty ? Figure.Kind.NUMBER : line.get().kind();
            pseudoClassStateChanged(HEADING, kind == Figure.Kind.HEADING);
            pseudoClassStateChanged(REMARK, kind == Figure.Kind.REMARK);
        }
    }

    @FXML
    private void copyText() {
        workbench.copy(TEXTS.text("statements.detail.statement"), model.text().get());
    }

    @FXML
    private void close() {
        close.run();
    }
}
