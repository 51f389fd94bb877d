package dev.howdah.app.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.testing.Fx;
import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableMemoryTest {
    @TempDir Path folder;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void restoresWhatThePersonChoseAndLeavesThePanelsOwnChoiceAlone() {
        TableMemory memory = new TableMemory(new WindowMemory(folder.resolve("window.json")));
        BooleanProperty hasPrices = new SimpleBooleanProperty(true);
        Fx.run(() -> {
            TableView<String> before = table(hasPrices);
            before.getColumns().getFirst().setVisible(false);
            memory.keep("settings", new VBox(before));
        });
        hasPrices.set(false);
        TableView<String> after = Fx.call(() -> table(hasPrices));

        Fx.run(() -> memory.restore("settings", new VBox(after)));

        assertFalse(after.getColumns().getFirst().isVisible());
        assertFalse(after.getColumns().getLast().isVisible());
        hasPrices.set(true);
        assertTrue(after.getColumns().getLast().isVisible());
        assertEquals(2, after.getColumns().size());
    }

    private static TableView<String> table(BooleanProperty hasPrices) {
        TableColumn<String, String> plan = new TableColumn<>("Plan");
        plan.setId("plan");
        TableColumn<String, String> price = new TableColumn<>("Price");
        price.setId("price");
        price.visibleProperty().bind(hasPrices);
        TableView<String> table = new TableView<>();
        table.setId("plans");
        table.getColumns().add(plan);
        table.getColumns().add(price);
        return table;
    }
}
