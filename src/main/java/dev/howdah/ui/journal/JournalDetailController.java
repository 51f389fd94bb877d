package dev.howdah.ui.journal;

import dev.howdah.core.Texts;
import dev.howdah.journal.JournaledChange;
import dev.howdah.ui.FactGrid;
import dev.howdah.ui.Lines;
import dev.howdah.ui.Names;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.notice.NoticeBox;
import java.time.ZoneId;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One change closely: what, where, by whom, what was before, and the way back. */
public final class JournalDetailController {
    private static final Texts TEXTS = Texts.of(JournalDetailController.class);

    /** Longer texts begin folded. */
    private static final int SHORT_ROWS = 8;

    private final JournalViewModel model;
    private final Workbench workbench;
    private final JournalActs acts;

    @FXML private Label none;
    @FXML private VBox all;
    @FXML private Label title;
    @FXML private Label result;
    @FXML private FontIcon resultIcon;
    @FXML private Label sentence;
    @FXML private NoticeBox notices;
    @FXML private Button findOut;
    @FXML private Button undo;
    @FXML private Label whyNot;
    @FXML private VBox states;
    @FXML private Label before;
    @FXML private Label after;
    @FXML private TitledPane sentPane;
    @FXML private TextArea sent;
    @FXML private TitledPane rowsPane;
    @FXML private TextArea rows;
    @FXML private FactGrid facts;

    JournalDetailController(JournalViewModel model, Workbench workbench, JournalActs acts) {
        this.model = model;
        this.workbench = workbench;
        this.acts = acts;
    }

    @FXML
    private void initialize() {
        model.detail().subscribe(this::show);
    }

    private void show(Optional<JournaledChange> looked) {
        none.setVisible(looked.isEmpty());
        all.setVisible(looked.isPresent());
        all.setManaged(looked.isPresent());
        looked.ifPresent(this::show);
    }

    private void show(JournaledChange change) {
        title.setText(Names.visible(change.entry().title()));
        result.setText(JournalWords.resultAndTime(change));
        resultIcon.setIconLiteral(JournalWords.icon(change));
        resultIcon.getStyleClass().removeAll("success", "warning", "danger", "muted");
        resultIcon.getStyleClass().add(JournalWords.severity(change));
        var remarks = JournalWords.notices(change);
        notices.show(remarks);
        boolean saysItself = !remarks.isEmpty() || change.sentence().isBlank();
        sentence.setText(saysItself ? "" : Lines.capped(change.sentence()));
        sentence.setVisible(!saysItself);
        sentence.setManaged(!saysItself);
        showUndo(change);
        showStates(change);
        showText(sentPane, sent, change.entry().preview());
        showText(rowsPane, rows, String.join("\n", change.entry().rows()));
        facts.show(JournalWords.facts(change, model.undoneBy(change), ZoneId.systemDefault()));
    }

    private void showUndo(JournaledChange change) {
        boolean isThere = acts.servers().contains(change.entry().server());
        boolean can = JournalWords.canUndo(change, isThere);
        undo.setVisible(can);
        undo.setManaged(can);
        boolean asks = change.canBeFoundOut() && isThere;
        findOut.setVisible(asks);
        findOut.setManaged(asks);
        String why = JournalWords.whyNot(change, isThere, ZoneId.systemDefault());
        whyNot.setText(why);
        whyNot.setVisible(!why.isEmpty());
        whyNot.setManaged(!why.isEmpty());
    }

    private void showStates(JournaledChange change) {
        boolean known = change.notes().before().isPresent() || change.notes().after().isPresent();
        states.setVisible(known);
        states.setManaged(known);
        before.setText(Lines.capped(change.notes().before().map(JournalWords::state).orElse("?")));
        after.setText(Lines.capped(change.notes().after().map(JournalWords::state).orElse("?")));
    }

    private static void showText(TitledPane pane, TextArea area, String text) {
        boolean any = !text.isEmpty();
        pane.setVisible(any);
        pane.setManaged(any);
        area.setText(Lines.capped(text));
        int needed = Lines.rowsInDialog(area.getText());
        area.setPrefRowCount(needed);
        pane.setExpanded(needed <= SHORT_ROWS);
    }

    @FXML
    private void findOut() {
        model.detail().get().ifPresent(acts::findOut);
    }

    @FXML
    private void undo() {
        model.detail().get().ifPresent(acts::undo);
    }

    @FXML
    private void copySent() {
        model.detail()
                .get()
                .ifPresent(change ->
                        workbench.copy(TEXTS.text("detail.sent"), change.entry().preview()));
    }
}
