package dev.howdah.app;

import dev.howdah.core.Problem;
import dev.howdah.core.Texts;
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
    @FXML private Label problem;
    @FXML private Label remedy;
    @FXML private Label detail;
    @FXML private Button start;

    LabStartController(LabRunner lab) {
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
        Problem failure = state instanceof LabRunner.Failed(Problem reason) ? reason : null;
        say(problem, failure == null ? "" : failure.sentence());
        say(remedy, failure == null ? "" : failure.remedy());
        say(detail, failure == null ? "" : failure.detail());
        start.setText(TEXTS.text(starting ? "lab.cancel" : "lab.start"));
        shown(start, !(state instanceof LabRunner.Running));
    }

    private static void say(Label label, String text) {
        label.setText(text);
        shown(label, !text.isEmpty());
    }

    private static void shown(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
