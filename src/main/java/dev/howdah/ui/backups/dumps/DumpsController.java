package dev.howdah.ui.backups.dumps;

import dev.howdah.core.Texts;
import dev.howdah.ui.Names;
import dev.howdah.ui.notice.NoticeBox;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;

/** The tools, a dump, and a restore. */
public final class DumpsController {
    private static final Texts TEXTS = Texts.of(DumpsController.class);

    private final DumpsViewModel model;
    private final DumpsPanel acts;
    private final String databaseName;

    @FXML private NoticeBox tools;
    @FXML private Label dumpNote;
    @FXML private Button dump;
    @FXML private Button choose;
    @FXML private Label file;
    @FXML private TextField newDatabase;
    @FXML private Button restore;
    @FXML private HBox progress;
    @FXML private Label doing;
    @FXML private NoticeBox result;

    /**
     * @param databaseName what is dumped
     */
    DumpsController(DumpsViewModel model, DumpsPanel acts, String databaseName) {
        this.model = model;
        this.acts = acts;
        this.databaseName = databaseName;
    }

    @FXML
    private void initialize() {
        model.tools().subscribe(tools::show);
        model.result().subscribe(result::show);
        dumpNote.setText(TEXTS.text("dumps.note", Names.visible(databaseName)));
        BooleanBinding noTool =
                new BooleanBinding() {
                    {
                        bind(model.tool(), model.progress().busy());
                    }

                    @Override
                    protected boolean computeValue() {
                        return model.tool().get().isEmpty() || model.progress().busy().get();
                    }
                };
        dump.disableProperty().bind(noTool);
        choose.disableProperty().bind(model.progress().busy());
        restore.disableProperty().bind(noTool.or(newDatabase.textProperty().isEmpty()));
        file.textProperty()
                .bind(
                        model.file()
                                .map(path ->
                                        path.map(Path::toString)
                                                .orElse(TEXTS.text("dumps.noFile"))));
        newDatabase.textProperty().bindBidirectional(model.newDatabase());
        newDatabase.disableProperty().bind(model.file().map(Optional::isEmpty));
        progress.visibleProperty().bind(model.progress().busy());
        progress.managedProperty().bind(model.progress().busy());
        doing.textProperty().bind(model.progress().doing());
    }

    @FXML
    private void dump() {
        acts.dump();
    }

    @FXML
    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.text("dumps.which"));
        File chosen = chooser.showOpenDialog(choose.getScene().getWindow());
        if (chosen != null) {
            acts.check(chosen.toPath());
        }
    }

    @FXML
    private void restore() {
        acts.restore();
    }

    @FXML
    private void stop() {
        acts.stop();
    }
}
