package dev.howdah.ui.settings.allowlist.trial;

import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.settings.allowlist.trial.TrialViewModel.Face;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The change on trial: how it stands, the time that is left, and the two ways out. */
public final class TrialController {
    private final TrialViewModel model;

    @FXML private HBox bar;
    @FXML private Label mark;
    @FXML private Label sentence;
    @FXML private Label detail;
    @FXML private HBox time;
    @FXML private ProgressBar left;
    @FXML private Label seconds;
    @FXML private Button keep;
    @FXML private Button takeBack;
    @FXML private Button again;
    @FXML private Button dismiss;

    public TrialController(TrialViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        model.face().subscribe(this::show);
    }

    private void show(Optional<Face> now) {
        shown(bar, now.isPresent());
        now.ifPresent(this::show);
    }

    private void show(Face face) {
        mark.setGraphic(NoticeBox.icon(face.level()));
        sentence.setText(face.sentence());
        detail.setText(face.detail());
        shown(detail, !face.detail().isEmpty());
        shown(time, face.waits());
        left.setProgress(face.leftShare());
        seconds.setText(face.left());
        shown(keep, face.waits());
        keep.setDisable(!face.provenNow());
        shown(takeBack, face.waits());
        shown(again, face.goesBack());
        shown(dismiss, face.isOver());
    }

    private static void shown(Region node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    @FXML
    private void keep() {
        model.keep();
    }

    @FXML
    private void takeBack() {
        model.takeBack();
    }

    @FXML
    private void dismiss() {
        model.dismiss();
    }
}
