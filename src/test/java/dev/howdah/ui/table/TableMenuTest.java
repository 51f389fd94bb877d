package dev.howdah.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** The menu that every table has. */
class TableMenuTest {
    private static final boolean ON_MAC = System.getProperty("os.name").startsWith("Mac");

    private final SomeWorkbench workbench = new SomeWorkbench();

    @Test
    void copiesTheSelectedRowsAndLeavesOutDecoration() {
        TableView<String> table = Fx.call(this::table);

        Fx.run(() -> {
            table.getSelectionModel().selectAll();
            table.getContextMenu().getItems().get(1).fire();
        });

        assertEquals(List.of("Name\tLength\nann\t3\n'=1\t2\n"), workbench.copied);
    }

    @Test
    void copiesWithTheUsualKeyToo() {
        TableView<String> table = Fx.call(this::table);

        Fx.run(() -> {
            table.getSelectionModel().clearAndSelect(1);
            table.fireEvent(
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.C,
                            false,
                            !ON_MAC,
                            false,
                            ON_MAC));
        });

        assertEquals(List.of("Name\tLength\nann\t3\n"), workbench.copied);
    }

    @Test
    void copiesNothingWhenNothingIsSelected() {
        TableView<String> table = Fx.call(this::table);

        Fx.run(() -> table.getContextMenu().getItems().get(1).fire());

        assertEquals(List.of(), workbench.copied);
    }

    private TableView<String> table() {
        TableView<String> table = new TableView<>();
        TableColumn<String, String> name = new TableColumn<>("Name");
        name.setId("name");
        name.setCellValueFactory(cell -> new SimpleStringProperty(cell.getValue()));
        table.getColumns().add(name);
        table.getItems().setAll("# heading", "ann", "=1");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        TableMenu.on(
                table,
                "names",
                List.of(
                        new TableExport.Column<String>("name", "Name", text -> text),
                        new TableExport.Column<String>("length", "Length", String::length)),
                text -> text.startsWith("#") ? null : text,
                workbench);
        Fx.style(new Scene(table, 200, 200), Fx.Look.LIGHT);
        return table;
    }
}
