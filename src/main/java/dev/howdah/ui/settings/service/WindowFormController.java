package dev.howdah.ui.settings.service;

import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.provider.service.MaintenanceWindow;
import dev.howdah.ui.EnvironmentStyle;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Chooses day and hour of the provider's maintenance, in UTC, and says what that is here. */
public final class WindowFormController {
    private static final Texts TEXTS = Texts.of(WindowFormController.class);

    private final ChangeTarget server;
    private final MaintenanceWindow from;
    private final WindowWords words;
    private final Consumer<MaintenanceWindow> move;
    private final Runnable close;

    @FXML private VBox root;
    @FXML private Label target;
    @FXML private ChoiceBox<DayOfWeek> day;
    @FXML private ChoiceBox<Integer> hour;
    @FXML private Label utc;
    @FXML private Label here;
    @FXML private Button act;

    /**
     * @param move asks for the window that was chosen
     */
    WindowFormController(
            ChangeTarget server,
            MaintenanceWindow from,
            WindowWords words,
            Consumer<MaintenanceWindow> move,
            Runnable close) {
        this.server = server;
        this.from = from;
        this.words = words;
        this.move = move;
        this.close = close;
    }

    @FXML
    private void initialize() {
        root.getStyleClass().add(EnvironmentStyle.of(server.environment()));
        target.setText(server.server());
        day.getItems().setAll(DayOfWeek.values());
        day.setConverter(
                words(each -> each.getDisplayName(TextStyle.FULL_STANDALONE, Locale.ENGLISH)));
        day.setValue(from.dayUtc());
        hour.getItems().setAll(IntStream.range(0, 24).boxed().toList());
        hour.setConverter(words("%02d:00"::formatted));
        hour.setValue(from.hourUtc());
        day.valueProperty().subscribe(_ -> show());
        hour.valueProperty().subscribe(_ -> show());
    }

    private static <T> StringConverter<T> words(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("it is chosen, not typed");
            }
        };
    }

    private MaintenanceWindow chosen() {
        return new MaintenanceWindow(day.getValue(), hour.getValue(), from.length());
    }

    private void show() {
        utc.setText(words.utc(chosen()));
        here.setText(TEXTS.text("window.hereIs", words.local(chosen())));
        act.setDisable(chosen().equals(from) || server.readOnly());
    }

    @FXML
    private void act() {
        move.accept(chosen());
    }

    @FXML
    private void close() {
        close.run();
    }
}
