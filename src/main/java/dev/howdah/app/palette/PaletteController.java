package dev.howdah.app.palette;

import dev.howdah.core.Texts;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The command palette: type a few letters, press Enter. */
public final class PaletteController {
    private static final Texts TEXTS = Texts.of(PaletteController.class);

    private final PaletteViewModel model;
    private final Runnable close;

    @FXML private TextField search;
    @FXML private ListView<PaletteEntry> found;

    public PaletteController(PaletteViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(model.search());
        found.setItems(model.found());
        found.setCellFactory(_ -> new EntryCell());
        found.setPlaceholder(new Label(TEXTS.text("palette.nothing")));
        found.getSelectionModel().selectFirst();
        search.textProperty()
                .subscribe(_ -> Platform.runLater(() -> found.getSelectionModel().selectFirst()));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        found.setOnMouseClicked(_ -> run());
    }

    private void steer(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.DOWN || code == KeyCode.UP) {
            if (code == KeyCode.DOWN) {
                found.getSelectionModel().selectNext();
            } else {
                found.getSelectionModel().selectPrevious();
            }
            found.scrollTo(found.getSelectionModel().getSelectedIndex());
            event.consume();
        } else if (code == KeyCode.ENTER) {
            run();
            event.consume();
        } else if (code == KeyCode.ESCAPE) {
            close.run();
            event.consume();
        }
    }

    private void run() {
        PaletteEntry entry = found.getSelectionModel().getSelectedItem();
        if (entry != null) {
            close.run();
            entry.action().run();
        }
    }

    /** Kind, name and keys of one entry. */
    private static final class EntryCell extends ListCell<PaletteEntry> {
        private final Label kind = new Label();
        private final Label name = new Label();
        private final Label keys = new Label();
        private final HBox line;

        EntryCell() {
            kind.getStyleClass().addAll("text-muted", "palette-kind");
            keys.getStyleClass().addAll("text-muted", "caption");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line = new HBox(kind, name, gap, keys);
            line.getStyleClass().add("palette-line");
        }

        @Override
        protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(empty || entry == null ? null : line);
            if (entry != null) {
                kind.setText(entry.kind());
                name.setText(entry.name());
                keys.setText(entry.keys());
            }
        }
    }
}
