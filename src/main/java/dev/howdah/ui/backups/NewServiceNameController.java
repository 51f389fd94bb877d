package dev.howdah.ui.backups;

import dev.howdah.core.Texts;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Asks what the service shall be called that a restore makes. */
public final class NewServiceNameController {
    private static final Texts TEXTS = Texts.of(NewServiceNameController.class);

    private final String server;
    private final Consumer<String> chosen;
    private final Runnable close;

    @FXML private Label heading;
    @FXML private TextField name;
    @FXML private Button act;

    /**
     * @param chosen gets the name
     * @param close takes the form off the screen
     */
    NewServiceNameController(String server, Consumer<String> chosen, Runnable close) {
        this.server = server;
        this.chosen = chosen;
        this.close = close;
    }

    @FXML
    private void initialize() {
        heading.setText(TEXTS.text("newService.title", server));
        name.setText(server + "-restored");
        act.disableProperty().bind(name.textProperty().map(String::isBlank));
    }

    @FXML
    private void close() {
        close.run();
    }

    @FXML
    private void act() {
        close.run();
        chosen.accept(name.getText().strip());
    }
}
