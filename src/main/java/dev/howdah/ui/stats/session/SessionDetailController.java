package dev.howdah.ui.stats.session;

import dev.howdah.core.Texts;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.stats.session.SessionDetailViewModel.Neighbour;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows one session closely, beside the table. */
public final class SessionDetailController {
    private static final Texts TEXTS = Texts.of(SessionDetailController.class);

    private static final double TWO_COLUMNS = 560;
    private static final double GAP = 16;

    private final SessionDetailViewModel model;
    private final Workbench workbench;
    private final IntConsumer goToPid;

    @FXML private VBox root;
    @FXML private Label title;
    @FXML private Label state;
    @FXML private FontIcon stateIcon;
    @FXML private FlowPane halves;
    @FXML private VBox words;
    @FXML private TextArea text;
    @FXML private Label note;
    @FXML private GridPane facts;
    @FXML private VBox blockedBy;
    @FXML private VBox blocks;

    /**
     * @param goToPid brings another session of the same queue to the front
     */
    public SessionDetailController(
            SessionDetailViewModel model, Workbench workbench, IntConsumer goToPid) {
        this.model = model;
        this.workbench = workbench;
        this.goToPid = goToPid;
    }

    @FXML
    private void initialize() {
        words.prefWidthProperty().bind(halves.widthProperty().map(SessionDetailController::half));
        facts.prefWidthProperty().bind(words.prefWidthProperty());
        text.textProperty().bind(model.text());
        note.textProperty().bind(model.note());
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        model.session().subscribe(this::showHead);
        model.facts().addListener((ListChangeListener<SessionFact>) _ -> showFacts());
        onChange(model.blockedBy(), blockedBy, TEXTS.text("detail.blockedBy"));
        onChange(model.blocks(), blocks, TEXTS.text("detail.blocks"));
        showFacts();
    }

    /** Text and facts stand side by side where there is room for both. */
    private static double half(Number width) {
        double all = width.doubleValue();
        return all < TWO_COLUMNS ? all : (all - GAP) / 2;
    }

    private void showHead(@Nullable SessionRow row) {
        root.setVisible(row != null);
        if (row == null) {
            return;
        }
        title.setText(
                TEXTS.text("detail.title", Integer.toString(row.pid()), SessionWords.who(row)));
        Concern concern = Concern.about(row);
        String judged = SessionWords.concern(concern);
        state.setText(
                judged.isEmpty()
                        ? TEXTS.text("detail.state", SessionWords.state(row), SessionWords.age(row))
                        : TEXTS.text(
                                "detail.state.judged",
                                SessionWords.state(row),
                                SessionWords.age(row),
                                judged));
        ConcernStyle.apply(state, concern);
        stateIcon.setIconLiteral(SessionWords.icon(row));
        ConcernStyle.apply(stateIcon, concern);
    }

    /** Lines are kept and only their words change, so that nothing flickers every two seconds. */
    private void showFacts() {
        List<SessionFact> newest = model.facts();
        if (facts.getChildren().size() != 2 * newest.size()) {
            facts.getChildren().clear();
            for (int i = 0; i < newest.size(); i++) {
                Label label = new Label();
                label.getStyleClass().add("text-muted");
                label.setMinWidth(Region.USE_PREF_SIZE);
                Label value = new Label();
                value.setWrapText(true);
                facts.addRow(i, label, value);
            }
        }
        for (int i = 0; i < newest.size(); i++) {
            SessionFact fact = newest.get(i);
            ((Label) facts.getChildren().get(2 * i)).setText(fact.label());
            Label value = (Label) facts.getChildren().get(2 * i + 1);
            value.setText(fact.value());
            value.setTooltip(fact.exact().isEmpty() ? null : new Tooltip(fact.exact()));
        }
    }

    private void onChange(ObservableList<Neighbour> neighbours, VBox box, String heading) {
        neighbours.addListener(
                (ListChangeListener<Neighbour>) _ -> showNeighbours(neighbours, box, heading));
        showNeighbours(neighbours, box, heading);
    }

    private void showNeighbours(List<Neighbour> neighbours, VBox box, String heading) {
        box.getChildren().clear();
        box.setVisible(!neighbours.isEmpty());
        box.setManaged(!neighbours.isEmpty());
        Label title = new Label(heading);
        title.getStyleClass().add("strong");
        box.getChildren().add(title);
        for (Neighbour neighbour : neighbours) {
            Hyperlink link = new Hyperlink(neighbour.words());
            link.setWrapText(true);
            link.setOnAction(_ -> goToPid.accept(neighbour.pid()));
            box.getChildren().add(link);
        }
    }

    @FXML
    private void copy() {
        workbench.copy(title.getText(), model.copy());
    }
}
