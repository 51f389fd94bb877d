package dev.howdah.ui.settings.parameters;

import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.pg.settings.ParameterPlace;
import dev.howdah.ui.EnvironmentStyle;
import dev.howdah.ui.notice.NoticeBox;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Types or chooses a parameter's new value and the place where it shall hold. */
public final class ParameterFormController {
    private static final Texts TEXTS = Texts.of(ParameterFormController.class);

    private final ParameterForm model;
    private final Consumer<Change> confirm;
    private final Runnable close;
    private final ToggleGroup chosen = new ToggleGroup();

    @FXML private VBox root;
    @FXML private Label heading;
    @FXML private Label target;
    @FXML private Label explanation;
    @FXML private TextField value;
    @FXML private ComboBox<String> choice;
    @FXML private VBox places;
    @FXML private NoticeBox notices;
    @FXML private Button reset;
    @FXML private Button set;

    /**
     * @param confirm shows the change that was asked for
     * @param close takes the form off the screen
     */
    ParameterFormController(ParameterForm model, Consumer<Change> confirm, Runnable close) {
        this.model = model;
        this.confirm = confirm;
        this.close = close;
    }

    @FXML
    private void initialize() {
        root.getStyleClass().add(EnvironmentStyle.of(model.target().environment()));
        heading.setText(model.setting().name());
        target.setText(model.target().server());
        explanation.setText(model.setting().explanation());
        boolean isChosen = !model.choices().isEmpty();
        visible(choice, isChosen);
        visible(value, !isChosen);
        choice.getItems().setAll(model.choices());
        choice.valueProperty().bindBidirectional(model.typed());
        value.textProperty().bindBidirectional(model.typed());
        for (ParameterPlace place : ParameterPlace.values()) {
            places.getChildren().add(line(place));
        }
        model.place().subscribe(this::refresh);
        model.input().subscribe(this::refresh);
        refresh();
    }

    private VBox line(ParameterPlace place) {
        Optional<String> whyNot = model.whyNot(place);
        RadioButton button = new RadioButton(model.name(place));
        button.setMnemonicParsing(false);
        button.setToggleGroup(chosen);
        button.setDisable(whyNot.isPresent());
        button.setSelected(place == model.place().get() && whyNot.isEmpty());
        button.setOnAction(_ -> model.place().set(place));
        Label words = new Label(whyNot.orElseGet(() -> model.now(place)));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().addAll("text-muted", "place-words");
        return new VBox(button, words);
    }

    private void refresh() {
        notices.show(model.notices());
        boolean readOnly = model.target().readOnly();
        set.setDisable(readOnly || !model.maySet());
        reset.setDisable(readOnly || !model.mayReset());
        set.setText(
                model.input()
                        .get()
                        .value()
                        .filter(text -> !text.isEmpty() && text.length() < 24)
                        .map(text -> TEXTS.text("form.set", text))
                        .orElse(TEXTS.text("form.setValue")));
    }

    @FXML
    private void set() {
        model.set().ifPresent(confirm);
    }

    @FXML
    private void reset() {
        model.reset().ifPresent(confirm);
    }

    @FXML
    private void close() {
        close.run();
    }

    private static void visible(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
