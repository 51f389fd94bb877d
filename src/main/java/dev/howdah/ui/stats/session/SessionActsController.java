package dev.howdah.ui.stats.session;

import dev.howdah.core.change.Change;
import dev.howdah.ui.Workbench;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The buttons that end statements and sessions. */
public final class SessionActsController {
    private static final KeyCombination CANCEL =
            new KeyCodeCombination(KeyCode.PERIOD, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination TERMINATE = new KeyCodeCombination(KeyCode.DELETE);

    private final SessionActs acts;
    private final Workbench workbench;
    private final Runnable afterwards;

    @FXML private Button cancel;
    @FXML private Button terminate;

    /**
     * @param afterwards reads anew, to see what came of it
     */
    public SessionActsController(SessionActs acts, Workbench workbench, Runnable afterwards) {
        this.acts = acts;
        this.workbench = workbench;
        this.afterwards = afterwards;
    }

    @FXML
    private void initialize() {
        show(cancel, acts.cancel());
        show(terminate, acts.terminate());
    }

    private static void show(Button button, SessionActs.Act act) {
        button.textProperty().bind(act.title());
        button.disableProperty().bind(act.impossible());
    }

    /** Why the selected sessions can't be ended or cancelled; empty when they can. */
    public ReadOnlyStringProperty obstacle() {
        return acts.obstacle();
    }

    /** Why nothing can be ended on this server, whatever is selected; empty when it can. */
    public Optional<String> prohibition() {
        return acts.prohibition();
    }

    /** The selection or what the selected sessions do may have changed. */
    public void refresh() {
        acts.refresh();
    }

    public void keyPressed(KeyEvent event) {
        if (CANCEL.match(event)) {
            cancel();
            event.consume();
        } else if (TERMINATE.match(event)) {
            terminate();
            event.consume();
        }
    }

    @FXML
    private void cancel() {
        confirm(acts.cancelSelected());
    }

    @FXML
    private void terminate() {
        confirm(acts.terminateSelected());
    }

    private void confirm(Optional<Change> change) {
        change.ifPresent(one -> workbench.confirm(one, _ -> afterwards.run()));
    }
}
