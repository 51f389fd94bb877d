package dev.howdah.app.lab;

import dev.howdah.core.Problem;
import dev.howdah.core.Texts;
import dev.howdah.ui.notice.ProblemBox;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;

/** What stands in the place of a server while the lab starts, or when it could not. */
public final class LabStartController {
    private static final Texts TEXTS = Texts.of(LabStartController.class);

    private final LabRunner lab;

    @FXML private ProgressBar progress;
    @FXML private Label step;
    @FXML private ProblemBox problem;
    @FXML private Button start;

    public LabStartController(LabRunner lab) {
        this.lab = lab;
    }

    @FXML
    private void initialize() {
        lab.state().subscribe(this::show);
    }

    @FXML
    private void start() {
        if (lab.state().get() instanceof LabRunner.Starting) {
            lab.cancel();
        } else {
            lab.start();
        }
    }

    private void show(LabRunner.State state) {
        boolean starting = state instanceof LabRunner.Starting;
        shown(progress, starting);
        shown(step, starting);
        if (state instanceof LabRunner.Starting(String what, double share)) {
            step.setText(what);
            progress.setProgress(share);
        }
        problem.show(
                state instanceof LabRunner.Failed(Problem reason)
                        ? Optional.of(reason)
                        : Optional.empty());
        start.setText(TEXTS.text(starting ? "lab.cancel" : "lab.start"));
        shown(start, !(state instanceof LabRunner.Running));
    }

    private static void shown(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
