package dev.howdah.ui.confirm;

import dev.howdah.core.Problem;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.ui.EnvironmentStyle;
import dev.howdah.ui.Lines;
import dev.howdah.ui.confirm.ConfirmChangeViewModel.Step;
import dev.howdah.ui.notice.ProblemBox;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows a change, its target and its exact text, then what came of it. */
public final class ConfirmChangeController {
    private static final Texts TEXTS = Texts.of(ConfirmChangeController.class);

    private final ConfirmChangeViewModel model;
    private final Runnable close;

    @FXML private VBox root;
    @FXML private Label title;
    @FXML private Label target;
    @FXML private VBox warnings;
    @FXML private TextArea preview;
    @FXML private VBox nameQuestion;
    @FXML private Label nameLabel;
    @FXML private TextField name;
    @FXML private ProgressBar progress;
    @FXML private Label progressText;
    @FXML private ScrollPane outcomeScroll;
    @FXML private VBox outcome;
    @FXML private Button cancel;
    @FXML private Button act;

    /**
     * Shows the view-model's change.
     *
     * @param close takes the dialog off the screen
     */
    public ConfirmChangeController(ConfirmChangeViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
    }

    @FXML
    private void initialize() {
        name.accessibleTextProperty().bind(nameLabel.textProperty());
        Change change = model.change();
        ChangeTarget where = change.target();
        String environment = EnvironmentStyle.word(where.environment());
        root.getStyleClass().add(EnvironmentStyle.of(where.environment()));
        title.setText(change.title());
        target.setText(
                TEXTS.text("change.target", where.server(), TEXTS.text("env." + environment)));
        change.warnings().forEach(warning -> warnings.getChildren().add(line("warning", warning)));
        preview.setText(Lines.capped(change.preview()));
        preview.setPrefRowCount(Lines.rowsInDialog(preview.getText()));
        act.setText(change.title());
        act.disableProperty().bind(model.mayRun().not());
        nameLabel.setText(TEXTS.text("change.typeName", where.server()));
        name.textProperty().bindBidirectional(model.typedName());
        if (where.readOnly()) {
            warnings.getChildren().add(line("warning", TEXTS.text("change.readOnlyProfile")));
        }
        visible(warnings, !warnings.getChildren().isEmpty());
        progressText.textProperty().bind(model.progress());
        model.step().subscribe(this::show);
    }

    @FXML
    private void act() {
        model.run();
    }

    @FXML
    private void cancel() {
        if (model.step().get() instanceof Step.Running) {
            cancel.setDisable(true);
            model.stop();
        } else {
            close.run();
        }
    }

    private void show(Step step) {
        boolean asking = step instanceof Step.Asking;
        boolean running = step instanceof Step.Running;
        visible(act, asking || running);
        visible(nameQuestion, model.asksForName() && (asking || running));
        name.setDisable(running);
        boolean stoppable = running && model.canBeStopped();
        cancel.setDisable(running && !stoppable);
        cancel.setText(TEXTS.text(cancelKey(asking || running, stoppable)));
        visible(progress, running);
        visible(progressText, stoppable);
        outcome.getChildren().clear();
        switch (step) {
            case Step.Asking _, Step.Running _ -> {}
            case Step.Ended(ChangeOutcome ended) -> showOutcome(ended);
            case Step.Failed(Problem problem) -> {
                ProblemBox box = new ProblemBox();
                box.show(Optional.of(problem));
                outcome.getChildren().add(box);
            }
        }
        visible(outcomeScroll, !outcome.getChildren().isEmpty());
    }

    private static String cancelKey(boolean undecided, boolean stoppable) {
        if (stoppable) {
            return "change.stop";
        }
        return undecided ? "change.keep" : "change.close";
    }

    private void showOutcome(ChangeOutcome ended) {
        String severity =
                switch (ended.status()) {
                    case DONE -> "success";
                    case PARTLY, UNKNOWN -> "warning";
                    case FAILED -> "danger";
                };
        outcome.getChildren().add(line(severity, ended.sentence()));
        ended.rows().stream().limit(200).forEach(this::addText);
    }

    private void addText(String text) {
        if (!text.isEmpty()) {
            Label label = wrapped(text);
            label.getStyleClass().add("text-muted");
            outcome.getChildren().add(label);
        }
    }

    private static HBox line(String severity, String text) {
        FontIcon icon =
                new FontIcon(
                        switch (severity) {
                            case "success" -> "fth-check";
                            case "danger" -> "fth-x-octagon";
                            default -> "fth-alert-triangle";
                        });
        icon.getStyleClass().add(severity);
        HBox line = new HBox(icon, wrapped(text));
        line.getStyleClass().add("notice-line");
        return line;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static void visible(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
