package dev.howdah.ui.users.form;

import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.TabMovesOn;
import dev.howdah.ui.Workbench;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the rows of a small form: labels in one column, what is typed in the other. */
record RoleFieldNodes(Workbench workbench) {
    private static final int MOST_ROWS = 8;

    void fill(GridPane grid, List<RoleField> fields) {
        boolean onlyTicks = fields.stream().allMatch(RoleField.Tick.class::isInstance);
        boolean first = true;
        for (int row = 0; row < fields.size(); row++) {
            Label label = new Label(label(fields.get(row)));
            label.getStyleClass().add("form-label");
            label.setWrapText(true);
            GridPane.setValignment(label, VPos.TOP);
            Node node = node(fields.get(row));
            if (first && !(fields.get(row) instanceof RoleField.Remark)) {
                first = false;
                node.lookupAll(".text-input, .combo-box, .check-box").stream()
                        .findFirst()
                        .ifPresent(each -> each.getStyleClass().add("first-focus"));
            }
            if (onlyTicks) {
                grid.add(node, 0, row, GridPane.REMAINING, 1);
            } else {
                grid.addRow(row, label, node);
            }
        }
    }

    private static String label(RoleField field) {
        return switch (field) {
            case RoleField.Line(String label, var _, var _) -> label;
            case RoleField.Lines(String label, var _) -> label;
            case RoleField.Limit(String label, var _, var _) -> label;
            case RoleField.Choice(String label, var _, var _, var _) -> label;
            case RoleField.Day(String label, var _, var _) -> label;
            case RoleField.Tick _ -> "";
            case RoleField.Ticks(String label, var _) -> label;
            case RoleField.Password(String label, var _) -> label;
            case RoleField.Remark(String label, var _) -> label;
        };
    }

    private Node node(RoleField field) {
        return switch (field) {
            case RoleField.Line line -> line(line);
            case RoleField.Lines lines -> lines(lines);
            case RoleField.Limit number -> number(number);
            case RoleField.Choice choice -> choice(choice);
            case RoleField.Day day -> day(day);
            case RoleField.Tick tick -> tick(tick);
            case RoleField.Ticks(var _, ObservableList<RoleField.Tick> ticks) -> ticks(ticks);
            case RoleField.Password(var _, NewPassword password) ->
                    FxmlViews.load(new NewPasswordController(password, workbench));
            case RoleField.Remark(var _, String text) -> remark(text);
        };
    }

    private static Node line(RoleField.Line line) {
        TextField field = new TextField();
        Complaints.limit(field);
        field.setAccessibleText(line.label());
        field.textProperty().bindBidirectional(line.value());
        return noted(field, line.note());
    }

    private static Node lines(RoleField.Lines lines) {
        TextArea area = new TextArea();
        area.setAccessibleText(lines.label());
        TabMovesOn.from(area);
        area.setPrefRowCount(4);
        area.setWrapText(true);
        area.textProperty().bindBidirectional(lines.value());
        return area;
    }

    private static Node number(RoleField.Limit number) {
        TextField field = new TextField();
        field.getStyleClass().add("form-number");
        field.setAccessibleText(number.label());
        Label complaint = new Label();
        complaint.getStyleClass().add("form-complaint");
        complaint.setWrapText(true);
        Complaints.bind(field, complaint, number.value());
        HBox line = new HBox(field, muted(number.unit()));
        line.getStyleClass().add("form-line");
        return column(line, complaint);
    }

    private static Node choice(RoleField.Choice choice) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(choice.texts());
        box.setEditable(choice.open());
        box.setAccessibleText(choice.label());
        box.setMaxWidth(Double.MAX_VALUE);
        if (choice.open()) {
            box.getEditor().textProperty().bindBidirectional(choice.value());
        } else {
            box.valueProperty().bindBidirectional(choice.value());
        }
        return box;
    }

    private static Node day(RoleField.Day day) {
        DatePicker picker = new DatePicker();
        picker.setConverter(new IsoDay());
        picker.getStyleClass().add("form-day");
        picker.setAccessibleText(day.label());
        picker.valueProperty().bindBidirectional(day.value());
        return noted(picker, day.note());
    }

    private static Node tick(RoleField.Tick tick) {
        CheckBox box = new CheckBox(tick.label());
        box.setMnemonicParsing(false);
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(tick.value());
        box.setDisable(!tick.obstacle().isEmpty());
        Label words = note(tick.obstacle().isEmpty() ? tick.note() : tick.obstacle());
        if (!tick.obstacle().isEmpty()) {
            words.setGraphic(new FontIcon("fth-lock"));
            words.getStyleClass().add("field-reason");
        }
        words.getStyleClass().add("tick-note");
        boolean before = tick.value().get();
        tick.value()
                .subscribe(now ->
                        Complaints.shown(
                                words,
                                !words.getText().isEmpty() && (now != before || box.isDisabled())));
        return column(box, words);
    }

    private static Node ticks(ObservableList<RoleField.Tick> ticks) {
        FlowPane flow = new FlowPane();
        flow.getStyleClass().add("tick-flow");
        Runnable fill =
                () -> flow.getChildren().setAll(ticks.stream().map(each -> tick(each)).toList());
        fill.run();
        ticks.subscribe(fill);
        return flow;
    }

    private static Node remark(String text) {
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.setWrapText(true);
        area.getStyleClass().add("code-area");
        area.setPrefRowCount(Math.clamp(text.lines().count(), 1, MOST_ROWS));
        return area;
    }

    private static Node noted(Node field, String note) {
        if (note.isEmpty()) {
            return field;
        }
        return column(field, note(note));
    }

    private static Label note(String text) {
        Label label = muted(text);
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static VBox column(Node... nodes) {
        VBox column = new VBox(nodes);
        column.getStyleClass().add("form-field");
        return column;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("text-muted");
        return label;
    }
}
