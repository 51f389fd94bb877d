package dev.howdah.ui.settings.allowlist.switches;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.provider.service.Switch;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.notice.ProblemBox;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The switches of a service, each with what turning it would bring about. */
public final class SwitchesController {
    private static final Texts TEXTS = Texts.of(SwitchesController.class);

    private final SwitchesViewModel model;
    private final Workbench workbench;
    private final Runnable afterwards;

    @FXML private VBox section;
    @FXML private VBox lines;
    @FXML private ProblemBox problem;

    /**
     * @param afterwards reads anew, to see what came of it
     */
    public SwitchesController(SwitchesViewModel model, Workbench workbench, Runnable afterwards) {
        this.model = model;
        this.workbench = workbench;
        this.afterwards = afterwards;
    }

    @FXML
    private void initialize() {
        model.lines().subscribe(this::show);
    }

    private void show(List<SwitchLine> now) {
        section.setVisible(!now.isEmpty());
        section.setManaged(!now.isEmpty());
        lines.getChildren().setAll(now.stream().map(this::line).toList());
    }

    private Node line(SwitchLine line) {
        Label name = new Label(TEXTS.text("switch." + line.what()));
        name.getStyleClass().add("switch-name");
        Label position = new Label(TEXTS.text("switch.position." + line.position()));
        position.setGraphic(NoticeBox.icon(level(line)));
        position.getStyleClass().add("switch-position");
        Label about = new Label(line.whyNot().orElse(line.consequences()));
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        about.getStyleClass().addAll("text-muted", "caption");
        about.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(about, Priority.ALWAYS);
        HBox row = new HBox(name);
        row.getStyleClass().add("switch-line");
        if (line.exists()) {
            row.getChildren().add(position);
        }
        row.getChildren().add(about);
        if (line.whyNot().isEmpty()) {
            row.getChildren().add(button(line));
        }
        return row;
    }

    private Button button(SwitchLine line) {
        Button turn = new Button(TEXTS.text(line.turnsOn() ? "switch.turnOn" : "switch.turnOff"));
        turn.getStyleClass().add("small");
        turn.setMinWidth(Region.USE_PREF_SIZE);
        turn.setAccessibleText(
                TEXTS.text(
                        line.turnsOn() ? "switch.turnOn.of" : "switch.turnOff.of",
                        TEXTS.text("switch." + line.what())));
        turn.setOnAction(_ -> turn(line));
        return turn;
    }

    private void turn(SwitchLine line) {
        try {
            problem.show(Optional.empty());
            workbench.confirm(model.turn(line), _ -> afterwards.run());
        } catch (ProblemException e) {
            problem.show(Optional.of(e.problem()));
        }
    }

    /** Open to the internet is no fault by itself; going without TLS is. */
    private static Notice.Level level(SwitchLine line) {
        return switch (line.position()) {
            case ON -> line.what() == Switch.FORCE_TLS ? Notice.Level.GOOD : Notice.Level.INFO;
            case OFF -> line.what() == Switch.FORCE_TLS ? Notice.Level.WARNING : Notice.Level.GOOD;
            case FAILED, UNKNOWN -> Notice.Level.WARNING;
            case TURNING, TURNING_ON, TURNING_OFF -> Notice.Level.INFO;
        };
    }
}
