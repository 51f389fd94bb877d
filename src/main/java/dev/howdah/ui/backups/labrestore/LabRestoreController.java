package dev.howdah.ui.backups.labrestore;

import dev.howdah.core.Texts;
import dev.howdah.ui.backups.asking.WhyNot;
import dev.howdah.ui.backups.copies.CopiesInLab;
import dev.howdah.ui.notice.NoticeBox;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;

/** What makes copies in the lab, and how far the one is that is being made. */
public final class LabRestoreController {
    private static final Texts TEXTS = Texts.of(LabRestoreController.class);

    private final LabRestoreViewModel model;
    private final LabRestores acts;

    @FXML private HBox orders;
    @FXML private Button restoreAndProve;
    @FXML private MenuItem newest;
    @FXML private HBox making;
    @FXML private ProgressBar share;
    @FXML private Label step;
    @FXML private NoticeBox news;

    public LabRestoreController(LabRestoreViewModel model, LabRestores acts) {
        this.model = model;
        this.acts = acts;
    }

    @FXML
    private void initialize() {
        model.making().subscribe(this::showMaking);
        model.news().subscribe(news::show);
    }

    private void showMaking(Optional<CopiesInLab.Making> now) {
        shown(making, now.isPresent());
        shown(orders, now.isEmpty());
        now.ifPresent(each -> {
            share.setProgress(each.share());
            step.setText(TEXTS.text("lab.making", each.title(), each.step()));
        });
        if (now.isEmpty()) {
            showOffers();
        }
    }

    private void showOffers() {
        Optional<String> whyNot = acts.whyNotNewest();
        newest.setVisible(acts.needsNoFile());
        WhyNot.show(newest, TEXTS.text("lab.newest"), whyNot);
        restoreAndProve.setDisable(acts.needsNoFile() && whyNot.isPresent());
        WhyNot.show(orders, acts.needsNoFile() ? whyNot : Optional.empty());
    }

    private static void shown(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    @FXML
    private void restoreAndProve() {
        if (acts.needsNoFile()) {
            acts.newest(true);
        } else {
            chosenFile().ifPresent(file -> acts.file(file, true));
        }
    }

    @FXML
    private void restoreNewest() {
        acts.newest(false);
    }

    @FXML
    private void restoreFile() {
        chosenFile().ifPresent(file -> acts.file(file, false));
    }

    private Optional<Path> chosenFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.text("lab.which"));
        return Optional.ofNullable(chooser.showOpenDialog(orders.getScene().getWindow()))
                .map(File::toPath);
    }

    @FXML
    private void cancel() {
        acts.cancel();
    }
}
