package dev.howdah.ui.users.newuser;

import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.ui.Names;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.users.form.Complaints;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The user that was made: what came of it, its password once more, and how it connects. */
public final class NewUserDoneController {
    private static final Texts TEXTS = Texts.of(NewUserDoneController.class);

    private final Workbench workbench;
    private final Optional<Consumer<MadeUser>> prove;
    private Optional<MadeUser> shown = Optional.empty();

    @FXML private NoticeBox outcome;
    @FXML private VBox rows;
    @FXML private PasswordField masked;
    @FXML private TextField clear;
    @FXML private ToggleButton reveal;
    @FXML private VBox addresses;
    @FXML private Button proveAccess;

    /**
     * @param prove goes on to the access proof; empty when there is none
     */
    public NewUserDoneController(Workbench workbench, Optional<Consumer<MadeUser>> prove) {
        this.workbench = workbench;
        this.prove = prove;
    }

    @FXML
    private void initialize() {
        clear.visibleProperty().bind(reveal.selectedProperty());
        masked.visibleProperty().bind(reveal.selectedProperty().not());
        clear.textProperty().bind(masked.textProperty());
        Complaints.shown(proveAccess, prove.isPresent());
    }

    void show(Optional<MadeUser> user) {
        shown = user;
        reveal.setSelected(false);
        masked.setText(user.map(MadeUser::password).map(Secret::reveal).orElse(""));
        rows.getChildren().clear();
        addresses.getChildren().clear();
        user.ifPresent(this::show);
    }

    private void show(MadeUser user) {
        ChangeOutcome came = user.outcome();
        boolean well = came.status() == ChangeOutcome.Status.DONE;
        outcome.show(
                List.of(
                        Notice.of(
                                well ? Notice.Level.GOOD : Notice.Level.WARNING, came.sentence())));
        came.rows().stream().limit(200).forEach(row -> rows.getChildren().add(line(row)));
        Complaints.shown(rows, !came.rows().isEmpty());
        user.addresses().forEach(each -> addresses.getChildren().add(address(each, user)));
    }

    private static Label line(String row) {
        Label label = new Label(row);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("text-muted");
        return label;
    }

    private HBox address(MadeUser.Address address, MadeUser of) {
        TextField uri = new TextField(address.uri());
        uri.setEditable(false);
        uri.getStyleClass().add("code-text");
        uri.setAccessibleText(TEXTS.text("done.address"));
        HBox.setHgrow(uri, Priority.ALWAYS);
        Button copy = new Button("", new FontIcon("fth-copy"));
        copy.getStyleClass().addAll("flat", "button-icon");
        copy.setAccessibleText(TEXTS.text("done.address.copy"));
        copy.setTooltip(new Tooltip(TEXTS.text("done.address.copy")));
        copy.setOnAction(_ ->
                workbench.copy(
                        TEXTS.text("done.address.what", Names.visible(of.name())), address.uri()));
        HBox line = new HBox(uri, copy);
        if (of.addresses().size() > 1) {
            Label server = new Label(Names.visible(address.server()));
            server.getStyleClass().addAll("text-muted", "done-server");
            line.getChildren().addFirst(server);
        }
        line.getStyleClass().add("form-line");
        return line;
    }

    @FXML
    private void copy() {
        shown.ifPresent(user -> workbench.copySecret(TEXTS.text("password.what"), user.password()));
    }

    @FXML
    private void proveAccess() {
        shown.ifPresent(user -> prove.ifPresent(next -> next.accept(user)));
    }
}
