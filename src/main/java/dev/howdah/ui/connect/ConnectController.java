package dev.howdah.ui.connect;

import atlantafx.base.controls.ToggleSwitch;
import dev.howdah.core.Environment;
import dev.howdah.core.Texts;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.ui.Names;
import dev.howdah.ui.NoticeBox;
import dev.howdah.ui.ProblemBox;
import dev.howdah.ui.connect.ServerFields.Field;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** The fields of a server, its test, and the acts below. */
final class ConnectController {
    private static final Texts TEXTS = Texts.of(ConnectController.class);

    private final ConnectViewModel model;
    private final Optional<String> databaseUrl;
    private final Runnable close;

    @FXML private VBox root;
    @FXML private ScrollPane scroll;
    @FXML private VBox content;
    @FXML private HBox draftLine;
    @FXML private TextField paste;
    @FXML private Hyperlink useDatabaseUrl;
    @FXML private NoticeBox pasteNotices;
    @FXML private TextField name;
    @FXML private ComboBox<Environment> environment;
    @FXML private TextField host;
    @FXML private TextField port;
    @FXML private Label hostProblem;
    @FXML private Label portProblem;
    @FXML private TextField database;
    @FXML private Label databaseProblem;
    @FXML private TextField user;
    @FXML private Label userProblem;
    @FXML private PasswordField password;
    @FXML private ComboBox<TlsMode> tls;
    @FXML private NoticeBox tlsNotice;
    @FXML private Label caFileLabel;
    @FXML private VBox caFileBox;
    @FXML private TextField caFile;
    @FXML private Label caFileProblem;
    @FXML private ToggleSwitch readOnly;
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
     * @param databaseUrl what the environment variable says, when it is set
     * @param close takes the dialog off the screen
     */
    ConnectController(ConnectViewModel model, Optional<String> databaseUrl, Runnable close) {
        this.model = model;
        this.databaseUrl = databaseUrl;
        this.close = close;
    }

    @FXML
    private void initialize() {
        bindPaste();
        bindFields();
        bindTls();
        model.test().subscribe(this::show);
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
        (model.existing().isPresent() ? password : paste).requestFocus();
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

    private void bindFields() {
        ServerFields fields = model.fields();
        TypedField.limit(name);
        name.textProperty().bindBidirectional(fields.name());
        fields.text(Field.HOST).subscribe(this::suggestName);
        fields.text(Field.DATABASE).subscribe(this::suggestName);
        List<Environment> choices =
                new ArrayList<>(
                        List.of(
                                Environment.PRODUCTION,
                                Environment.STAGING,
                                Environment.DEVELOPMENT));
        model.existing()
                .map(Profile::environment)
                .filter(Environment.LAB::equals)
                .ifPresent(choices::add);
        environment.getItems().setAll(choices);
        environment.setCellFactory(_ -> new EnvironmentCell());
        environment.setButtonCell(new EnvironmentCell());
        environment.valueProperty().bindBidirectional(fields.environment());
        TypedField.bind(host, hostProblem, fields, Field.HOST);
        TypedField.bind(port, portProblem, fields, Field.PORT);
        TypedField.bind(database, databaseProblem, fields, Field.DATABASE);
        TypedField.bind(user, userProblem, fields, Field.USER);
        TypedField.bind(caFile, caFileProblem, fields, Field.CA_FILE);
        TypedField.limit(password);
        password.textProperty().bindBidirectional(model.password());
        readOnly.selectedProperty().bindBidirectional(fields.readOnly());
    }

    private void suggestName() {
        String suggestion = model.fields().suggestedName();
        name.setPromptText(suggestion.isEmpty() ? TEXTS.text("connect.name.hint") : suggestion);
    }

    private void bindTls() {
        tls.getItems().setAll(TlsMode.values());
        tls.setConverter(new TlsWord());
        tls.valueProperty().bindBidirectional(model.fields().tls());
        model.fields()
                .tls()
                .subscribe(mode -> {
                    tlsNotice.show(List.of(model.tlsNotice()));
                    shown(caFileLabel, mode.verifiesTheServer());
                    shown(caFileBox, mode.verifiesTheServer());
                });
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
    private void chooseCaFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.text("connect.caFile.choose.title"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                TEXTS.text("connect.caFile.pem"), "*.pem", "*.crt", "*.cer"),
                        new FileChooser.ExtensionFilter(TEXTS.text("connect.caFile.any"), "*"));
        File chosen = chooser.showOpenDialog(root.getScene().getWindow());
        if (chosen != null) {
            caFile.setText(chosen.getPath());
        }
    }

    @FXML
    private void test() {
        if (model.test().get() instanceof TestState.Running) {
            model.stopTest();
        } else {
            model.startTest().ifPresent(this::focus);
        }
    }

    @FXML
    private void save() {
        model.save().ifPresent(this::focus);
    }

    private void focus(Field wrong) {
        Map.of(
                        Field.HOST, host,
                        Field.PORT, port,
                        Field.DATABASE, database,
                        Field.USER, user,
                        Field.CA_FILE, caFile)
                .getOrDefault(wrong, host)
                .requestFocus();
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
