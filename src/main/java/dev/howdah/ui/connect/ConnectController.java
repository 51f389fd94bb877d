package dev.howdah.ui.connect;

import dev.howdah.core.Texts;
import dev.howdah.profile.Profile;
import dev.howdah.ui.Names;
import dev.howdah.ui.connect.form.ServerFieldsController;
import dev.howdah.ui.connect.form.TypedField;
import dev.howdah.ui.connect.test.TestState;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.notice.ProblemBox;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The text that is pasted, the test of what the fields say, and the acts below. */
final class ConnectController {
    private static final Texts TEXTS = Texts.of(ConnectController.class);

    private final ConnectViewModel model;
    private final ServerFieldsController fields;
    private final Optional<String> databaseUrl;
    private final Runnable close;

    @FXML private VBox root;
    @FXML private ScrollPane scroll;
    @FXML private VBox content;
    @FXML private HBox draftLine;
    @FXML private TextField paste;
    @FXML private Hyperlink useDatabaseUrl;
    @FXML private NoticeBox pasteNotices;
    @FXML private VBox results;
    @FXML private ProgressBar progress;
    @FXML private NoticeBox found;
    @FXML private ProblemBox testProblem;
    @FXML private ProblemBox problem;
    @FXML private HBox removal;
    @FXML private Label removalQuestion;
    @FXML private Button remove;
    @FXML private Button test;
    @FXML private Button save;

    /**
     * Shows the view-model.
     *
     * @param fields shows the fields of the same view-model
     * @param databaseUrl what the environment variable says, when it is set
     * @param close takes the dialog off the screen
     */
    ConnectController(
            ConnectViewModel model,
            ServerFieldsController fields,
            Optional<String> databaseUrl,
            Runnable close) {
        this.model = model;
        this.fields = fields;
        this.databaseUrl = databaseUrl;
        this.close = close;
    }

    @FXML
    private void initialize() {
        bindPaste();
        model.test().state().subscribe(this::show);
        model.problem()
                .subscribe(failure -> {
                    problem.show(failure);
                    failure.ifPresent(_ -> showEnd());
                });
        root.disableProperty().bind(model.busy());
        boolean edits = model.existing().isPresent();
        save.setText(TEXTS.text(edits ? "connect.save" : "connect.add"));
        shown(remove, edits);
        shown(removal, false);
        shown(draftLine, false);
        model.existing().map(Profile::name).ifPresent(this::nameRemoval);
    }

    /** The fields hold what an earlier dialog was closed with. */
    void sayRestored() {
        shown(draftLine, true);
    }

    /** The field to type in first. */
    void focusFirst() {
        if (model.existing().isPresent()) {
            fields.focusPassword();
        } else {
            paste.requestFocus();
        }
    }

    private void nameRemoval(String server) {
        removalQuestion.setText(TEXTS.text("connect.removeQuestion", Names.visible(server)));
    }

    private void bindPaste() {
        TypedField.limit(paste);
        paste.textProperty().bindBidirectional(model.pasted().text());
        paste.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        model.pasted().left();
                    }
                });
        model.pasted().notices().subscribe(pasteNotices::show);
        shown(useDatabaseUrl, databaseUrl.isPresent());
    }

    private void show(TestState state) {
        boolean running = state instanceof TestState.Running;
        shown(progress, running);
        test.setText(TEXTS.text(running ? "connect.stopTest" : "connect.test"));
        found.show(state.found());
        testProblem.show(
                state instanceof TestState.Failed(_, var failure)
                        ? Optional.of(failure)
                        : Optional.empty());
        shown(results, !(state instanceof TestState.NotRun));
        if (!(state instanceof TestState.NotRun)) {
            showEnd();
        }
    }

    /** What was added below may be out of sight. */
    private void showEnd() {
        Platform.runLater(() -> {
            content.layout();
            scroll.layout();
            scroll.setVvalue(scroll.getVmax());
        });
    }

    @FXML
    private void useDatabaseUrl() {
        databaseUrl.ifPresent(model.pasted()::takeEnvironment);
    }

    @FXML
    private void startOver() {
        model.startOver();
        shown(draftLine, false);
        focusFirst();
    }

    @FXML
    private void test() {
        if (model.test().isUnderWay()) {
            model.test().stop();
        } else {
            model.startTest().ifPresent(fields::focus);
        }
    }

    @FXML
    private void save() {
        model.save().ifPresent(fields::focus);
    }

    @FXML
    private void remove() {
        askRemoval(true);
    }

    @FXML
    private void keep() {
        askRemoval(false);
    }

    @FXML
    private void reallyRemove() {
        askRemoval(false);
        model.remove();
    }

    /** Takes the question back first, then the dialog. */
    @FXML
    private void close() {
        if (removal.isVisible()) {
            askRemoval(false);
        } else {
            close.run();
        }
    }

    private void askRemoval(boolean asking) {
        shown(removal, asking);
        List.of(remove, test, save).forEach(button -> button.setDisable(asking));
        if (asking) {
            removal.lookup("#keep").requestFocus();
        }
    }

    private static void shown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }
}
