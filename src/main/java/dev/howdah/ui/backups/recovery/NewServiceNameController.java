package dev.howdah.ui.backups.recovery;

import dev.howdah.core.Texts;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Asks what the service shall be called that a restore makes. */
public final class NewServiceNameController {
    private static final Texts TEXTS = Texts.of(NewServiceNameController.class);

    private final Words words;
    private final Consumer<String> chosen;
    private final Runnable close;

    @FXML private Label heading;
    @FXML private TextField name;
    @FXML private Label note;
    @FXML private Button act;

    /**
     * What the form says.
     *
     * @param title names what is restored
     * @param proposal a name
     * @param note what one gets, a full sentence; empty where the provider says nothing
     */
    record Words(String title, String proposal, String note) {}

    /**
     * @param chosen gets the name
     * @param close takes the form off the screen
     */
    NewServiceNameController(Words words, Consumer<String> chosen, Runnable close) {
        this.words = words;
        this.chosen = chosen;
        this.close = close;
    }

    @FXML
    private void initialize() {
        heading.setText(words.title());
        name.setText(words.proposal());
        note.setText(words.note().isEmpty() ? TEXTS.text("newService.note") : words.note());
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
