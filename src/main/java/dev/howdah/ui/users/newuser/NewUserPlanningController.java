package dev.howdah.ui.users.newuser;

import dev.howdah.core.Problem;
import dev.howdah.ui.Lines;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.notice.ProblemBox;
import dev.howdah.ui.users.form.Complaints;
import dev.howdah.ui.users.newuser.NewUserPlanning.State;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/** What comes of the form beside it: what stays open, and the exact statements. */
public final class NewUserPlanningController {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final NewUserPlanning model;

    @FXML private VBox root;
    @FXML private Label hint;
    @FXML private ProgressBar progress;
    @FXML private VBox result;
    @FXML private NoticeBox notices;
    @FXML private ProblemBox trouble;
    @FXML private TextArea sql;

    public NewUserPlanningController(NewUserPlanning model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        model.sql().subscribe(text -> sql.setText(Lines.capped(text)));
        model.notices().subscribe(notices::show);
        model.state().subscribe(this::show);
    }

    private void show(State state) {
        boolean hasPlan = !model.sql().get().isEmpty();
        root.pseudoClassStateChanged(STALE, state instanceof State.Reading && hasPlan);
        Complaints.shown(progress, state instanceof State.Reading);
        progress.setProgress(
                state instanceof State.Reading ? ProgressBar.INDETERMINATE_PROGRESS : 0);
        Complaints.shown(result, hasPlan || state instanceof State.Ready);
        Complaints.shown(hint, state instanceof State.Incomplete);
        switch (state) {
            case State.Incomplete(String sentence) -> hint.setText(sentence);
            case State.Refused _, State.Reading _, State.Ready _, State.ByProvider _ -> {}
        }
        trouble.show(
                state instanceof State.Refused(Problem problem)
                        ? Optional.of(problem)
                        : Optional.empty());
        Complaints.shown(sql, hasPlan);
    }
}
