package dev.howdah.ui.stats.statements;

import dev.howdah.core.Texts;
import dev.howdah.ui.Workbench;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What stands in place of the statements while the server can't tell any. */
public final class StatementsSetupController {
    private static final Texts TEXTS = Texts.of(StatementsSetupController.class);

    private final StatementsViewModel model;
    private final StatementsActs acts;
    private final Workbench workbench;

    @FXML private VBox setup;
    @FXML private Label title;
    @FXML private Label steps;
    @FXML private HBox code;
    @FXML private Label sql;
    @FXML private Button create;
    @FXML private Button provide;
    @FXML private Label whyNot;

    StatementsSetupController(StatementsViewModel model, StatementsActs acts, Workbench workbench) {
        this.model = model;
        this.acts = acts;
        this.workbench = workbench;
    }

    @FXML
    private void initialize() {
        model.view().map(StatementsView::setup).subscribe(this::show);
    }

    private void show(Optional<StatementsSetup> missing) {
        setup.setVisible(missing.isPresent());
        setup.setManaged(missing.isPresent());
        if (missing.isEmpty()) {
            return;
        }
        StatementsSetup found = missing.get();
        title.setText(found.title());
        steps.setText(found.steps());
        sql.setText(found.sql());
        code.setVisible(!found.sql().isEmpty());
        code.setManaged(code.isVisible());
        create.setVisible(found.offersCreation());
        create.setManaged(create.isVisible());
        Optional<String> provider = acts.providerThatCreates();
        provide.setText(
                provider.map(name -> TEXTS.text("statements.setup.provide", name)).orElse(""));
        provide.setVisible(found.offersCreation() && provider.isPresent());
        provide.setManaged(provide.isVisible());
        boolean suffices = found.missing() == StatementsSetup.Missing.EXTENSION;
        showAccent(create, suffices && provider.isEmpty());
        showAccent(provide, suffices);
        Optional<String> reason = found.offersCreation() ? acts.whyNoChange() : Optional.empty();
        create.setDisable(reason.isPresent());
        provide.setDisable(reason.isPresent());
        whyNot.setText(reason.orElse(""));
        whyNot.setVisible(reason.isPresent());
        whyNot.setManaged(whyNot.isVisible());
    }

    /** The act that is all there is to do stands out; one step of several does not. */
    private static void showAccent(Button act, boolean isAll) {
        act.getStyleClass().remove("accent");
        if (isAll) {
            act.getStyleClass().add("accent");
        }
    }

    @FXML
    private void copySql() {
        workbench.copy(TEXTS.text("statements.setup.sql"), sql.getText());
    }

    @FXML
    private void createExtension() {
        acts.createExtension();
    }

    @FXML
    private void createThroughProvider() {
        acts.createThroughProvider();
    }

    @FXML
    private void checkAgain() {
        acts.refresh();
    }
}
