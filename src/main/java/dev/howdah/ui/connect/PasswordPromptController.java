package dev.howdah.ui.connect;

import dev.howdah.core.Problem;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.pg.PgTarget;
import dev.howdah.profile.Profile;
import dev.howdah.ui.Names;
import dev.howdah.ui.connect.PasswordPrompt.Typed;
import dev.howdah.ui.connect.form.EnvironmentCell;
import dev.howdah.ui.notice.ProblemBox;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;

/** Says which server and as whom, why it is asked, and takes the password. */
final class PasswordPromptController {
    private static final Texts TEXTS = Texts.of(PasswordPromptController.class);

    private final Profile profile;
    private final Optional<Problem> refusal;
    private final boolean canKeep;
    private final Consumer<Typed> then;
    private final Runnable close;

    @FXML private HBox head;
    @FXML private Label name;
    @FXML private Label environment;
    @FXML private Label where;
    @FXML private ProblemBox problem;
    @FXML private PasswordField password;
    @FXML private CheckBox keep;

    PasswordPromptController(
            Profile profile,
            Optional<Problem> refusal,
            boolean canKeep,
            Consumer<Typed> then,
            Runnable close) {
        this.profile = profile;
        this.refusal = refusal;
        this.canKeep = canKeep;
        this.then = then;
        this.close = close;
    }

    @FXML
    private void initialize() {
        PgTarget target = profile.target();
        head.getChildren().addFirst(EnvironmentCell.bar(profile.environment()));
        name.setText(Names.visible(profile.name()));
        environment.setText(EnvironmentCell.word(profile.environment()));
        where.setText(
                TEXTS.text(
                        "password.where",
                        Names.visible(target.user()),
                        target.host(),
                        Integer.toString(target.port()),
                        Names.visible(target.database())));
        problem.show(refusal);
        keep.setVisible(canKeep);
        keep.setManaged(canKeep);
    }

    void focusFirst() {
        password.requestFocus();
    }

    @FXML
    private void connect() {
        Secret secret = Secret.of(password.getText());
        password.clear();
        then.accept(new Typed(secret, keep.isSelected()));
    }

    @FXML
    private void notNow() {
        password.clear();
        close.run();
    }
}
