package dev.howdah.ui.users.form;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.notice.ProblemBox;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Any small form about a role. */
public final class RoleFormController {
    private static final Texts TEXTS = Texts.of(RoleFormController.class);

    private static final int UNSCROLLED = 6;

    private final RoleForm form;
    private final Workbench workbench;
    private final Consumer<ChangeOutcome> afterwards;
    private final Runnable close;

    @FXML private VBox root;
    @FXML private Label heading;
    @FXML private Label target;
    @FXML private Label explanation;
    @FXML private StackPane body;
    @FXML private GridPane fields;
    @FXML private NoticeBox notices;
    @FXML private ProblemBox trouble;
    @FXML private Button act;

    /**
     * @param afterwards called when the change ran
     * @param close takes the form off the screen
     */
    public RoleFormController(
            RoleForm form,
            Workbench workbench,
            Consumer<ChangeOutcome> afterwards,
            Runnable close) {
        this.form = form;
        this.workbench = workbench;
        this.afterwards = afterwards;
        this.close = close;
    }

    @FXML
    private void initialize() {
        FormHead.show(root, target, form.target());
        heading.setText(form.title());
        explanation.setText(form.explanation());
        Complaints.shown(explanation, !form.explanation().isEmpty());
        new RoleFieldNodes(workbench).fill(fields, form.fields());
        if (form.fields().size() > UNSCROLLED) {
            scrolled();
        }
        act.getStyleClass().add(form.manner() == RoleForm.Manner.DESTROYS ? "danger" : "accent");
        act.setText(form.title());
    }

    /** Only a long form: the height of a scrolled one is not that of its wrapped texts. */
    private void scrolled() {
        body.getChildren().clear();
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("form-scroll", "small-form-scroll");
        body.getChildren().add(scroll);
    }

    @FXML
    private void act() {
        act.setDisable(true);
        trouble.show(Optional.empty());
        workbench
                .background()
                .execute(() -> {
                    try {
                        Change change = form.maker().change();
                        workbench.uiThread().execute(() -> confirm(change));
                    } catch (ProblemException e) {
                        workbench.uiThread().execute(() -> refuse(e.problem()));
                    }
                });
    }

    private void confirm(Change change) {
        act.setDisable(false);
        workbench.confirm(change, this::ran);
    }

    private void refuse(Problem problem) {
        act.setDisable(false);
        trouble.show(Optional.of(problem));
    }

    private void ran(ChangeOutcome outcome) {
        afterwards.accept(outcome);
        if (outcome.status() == ChangeOutcome.Status.FAILED) {
            return;
        }
        if (form.manner() == RoleForm.Manner.STAYS_OPEN) {
            boolean done = outcome.status() == ChangeOutcome.Status.DONE;
            boolean got = form.hasPassword();
            notices.show(
                    List.of(
                            new Notice(
                                    done ? Notice.Level.GOOD : Notice.Level.WARNING,
                                    outcome.sentence(),
                                    got ? TEXTS.text("done.password.once") : "")));
            // one that was lost on its way is asked for once more
            Complaints.shown(act, !got);
        } else {
            close();
        }
    }

    @FXML
    private void close() {
        close.run();
    }
}
