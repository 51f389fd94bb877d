package dev.howdah.ui.settings.service;

import dev.howdah.core.change.ChangeTarget;
import dev.howdah.ui.EnvironmentStyle;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Types the name of a new replica. */
public final class ReplicaFormController {
    /** Longer than any provider takes. */
    private static final int MOST = 100;

    private final ChangeTarget server;
    private final Consumer<String> add;
    private final Runnable close;

    @FXML private VBox root;
    @FXML private Label target;
    @FXML private TextField name;
    @FXML private Button act;

    /**
     * @param add asks for a replica of this name
     */
    ReplicaFormController(ChangeTarget server, Consumer<String> add, Runnable close) {
        this.server = server;
        this.add = add;
        this.close = close;
    }

    @FXML
    private void initialize() {
        root.getStyleClass().add(EnvironmentStyle.of(server.environment()));
        target.setText(server.server());
        name.textProperty()
                .subscribe(text ->
                        act.setDisable(
                                text.isBlank() || text.length() > MOST || server.readOnly()));
    }

    @FXML
    private void act() {
        add.accept(name.getText().strip());
    }

    @FXML
    private void close() {
        close.run();
    }
}
