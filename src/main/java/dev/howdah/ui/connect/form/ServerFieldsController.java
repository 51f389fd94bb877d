package dev.howdah.ui.connect.form;

import atlantafx.base.controls.ToggleSwitch;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.TlsMode;
import dev.howdah.ui.connect.form.ServerFields.Field;
import dev.howdah.ui.notice.NoticeBox;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** The fields of a server, each with its complaint below. */
public final class ServerFieldsController {
    private static final Texts TEXTS = Texts.of(ServerFieldsController.class);

    private final ServerFields fields;
    private final KeychainChoice keychain;

    @FXML private GridPane root;
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
    @FXML private CheckBox keep;
    @FXML private Label kept;
    @FXML private ComboBox<TlsMode> tls;
    @FXML private NoticeBox tlsNotice;
    @FXML private Label caFileLabel;
    @FXML private VBox caFileBox;
    @FXML private TextField caFile;
    @FXML private Label caFileProblem;
    @FXML private ToggleSwitch readOnly;

    public ServerFieldsController(ServerFields fields, KeychainChoice keychain) {
        this.fields = fields;
        this.keychain = keychain;
    }

    @FXML
    private void initialize() {
        bindFields();
        bindTls();
    }

    public void focusPassword() {
        password.requestFocus();
    }

    /** Puts the keyboard into the field that is wrong. */
    public void focus(Field wrong) {
        Map.of(
                        Field.HOST, host,
                        Field.PORT, port,
                        Field.DATABASE, database,
                        Field.USER, user,
                        Field.CA_FILE, caFile)
                .getOrDefault(wrong, host)
                .requestFocus();
    }

    private void bindFields() {
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
        // nobody makes a server one of the lab, but it stays one while it is edited
        if (fields.environment().get() == Environment.LAB) {
            choices.add(Environment.LAB);
        }
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
        password.textProperty().bindBidirectional(fields.password());
        keep.selectedProperty().bindBidirectional(keychain.keep());
        keychain.canKeep()
                .subscribe(can -> {
                    shown(keep, can);
                    shown(kept, !can || !keychain.keep().get());
                });
        keychain.keep().subscribe(on -> shown(kept, !on));
        readOnly.selectedProperty().bindBidirectional(fields.readOnly());
    }

    private void suggestName() {
        String suggestion = fields.suggestedName();
        name.setPromptText(suggestion.isEmpty() ? TEXTS.text("connect.name.hint") : suggestion);
    }

    private void bindTls() {
        tls.getItems().setAll(TlsMode.values());
        tls.setConverter(new TlsWord());
        tls.valueProperty().bindBidirectional(fields.tls());
        fields.tls()
                .subscribe(mode -> {
                    tlsNotice.show(List.of(fields.tlsNotice()));
                    shown(caFileLabel, mode.verifiesTheServer());
                    shown(caFileBox, mode.verifiesTheServer());
                });
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

    private static void shown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }
}
