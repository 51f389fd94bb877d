package dev.howdah.ui.settings.parameters;

import dev.howdah.core.Texts;
import dev.howdah.pg.settings.SettingsSnapshot.Setting;
import dev.howdah.ui.FactGrid;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.notice.NoticeBox;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The side panel of the parameter that is looked at. */
public final class ParameterDetailController {
    private static final Texts TEXTS = Texts.of(ParameterDetailController.class);

    private final ParametersViewModel model;
    private final Workbench workbench;
    private final Consumer<Setting> changeIt;

    @FXML private Label none;
    @FXML private VBox all;
    @FXML private Label name;
    @FXML private Label category;
    @FXML private Label value;
    @FXML private NoticeBox notices;
    @FXML private Label explanation;
    @FXML private FactGrid facts;

    /**
     * @param changeIt begins to change a parameter
     */
    ParameterDetailController(
            ParametersViewModel model, Workbench workbench, Consumer<Setting> changeIt) {
        this.model = model;
        this.workbench = workbench;
        this.changeIt = changeIt;
    }

    @FXML
    private void initialize() {
        model.detail().subscribe(this::show);
    }

    private void show(@Nullable ParameterDetail now) {
        none.setVisible(now == null);
        all.setVisible(now != null);
        if (now == null) {
            return;
        }
        name.setText(now.name());
        category.setText(now.category());
        value.setText(now.value());
        notices.show(now.notices());
        explanation.setText(now.explanation());
        facts.show(now.facts());
    }

    @FXML
    private void change() {
        model.chosen().ifPresent(changeIt);
    }

    @FXML
    private void copyLine() {
        ParameterDetail now = model.detail().get();
        if (now != null) {
            workbench.copy(TEXTS.text("detail.line"), now.line());
        }
    }
}
