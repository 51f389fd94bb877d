package dev.howdah.ui.settings.extensions;

import dev.howdah.core.Texts;
import dev.howdah.ui.Workbench;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/** Why something can't be done, and all that is in the way. */
public final class ObstacleController {
    private static final Texts TEXTS = Texts.of(ObstacleController.class);

    private final String title;
    private final String reason;
    private final List<String> objects;
    private final Workbench workbench;
    private final Runnable close;

    @FXML private Label heading;
    @FXML private Label sentence;
    @FXML private ListView<String> list;
    @FXML private Button copy;

    /**
     * @param objects in the way; may be empty
     */
    ObstacleController(
            String title,
            String reason,
            List<String> objects,
            Workbench workbench,
            Runnable close) {
        this.title = title;
        this.reason = reason;
        this.objects = List.copyOf(objects);
        this.workbench = workbench;
        this.close = close;
    }

    @FXML
    private void initialize() {
        list.accessibleTextProperty().bind(heading.textProperty());
        heading.setText(title);
        sentence.setText(reason);
        list.setItems(FXCollections.observableArrayList(objects));
        list.setVisible(!objects.isEmpty());
        list.setManaged(list.isVisible());
        copy.setVisible(list.isVisible());
    }

    @FXML
    private void copy() {
        workbench.copy(TEXTS.text("obstacle.objects"), String.join("\n", objects));
    }

    @FXML
    private void close() {
        close.run();
    }
}
