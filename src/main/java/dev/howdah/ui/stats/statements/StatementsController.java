package dev.howdah.ui.stats.statements;

import atlantafx.base.controls.CustomTextField;
import dev.howdah.core.Texts;
import dev.howdah.pg.statements.interval.StatementsRange;
import dev.howdah.pg.statements.interval.StatementsRank;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.stats.statement.StatementDetailViewModel;
import java.util.Arrays;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The statements of a server, the costliest first, and beside them the one that is looked at. */
public final class StatementsController {
    private static final Texts TEXTS = Texts.of(StatementsController.class);

    /** The table keeps what is left of this. */
    private static final double DIVIDER = 0.6;

    private final StatementsViewModel model;
    private final StatementDetailViewModel detail;
    private final StatementTableController table;
    private final StatementsActs acts;

    @FXML private ReadingPane pane;
    @FXML private VBox board;
    @FXML private ChoiceBox<StatementsRange> range;
    @FXML private ChoiceBox<StatementsRank> rank;
    @FXML private CustomTextField filter;
    @FXML private ToggleButton ours;
    @FXML private Button update;
    @FXML private NoticeBox notices;
    @FXML private SplitPane split;
    @FXML private Node aside;
    @FXML private Label summary;

    StatementsController(
            StatementsViewModel model,
            StatementDetailViewModel detail,
            StatementTableController table,
            StatementsActs acts) {
        this.model = model;
        this.detail = detail;
        this.table = table;
        this.acts = acts;
    }

    @FXML
    private void initialize() {
        pane.stateProperty().bind(model.state());
        pane.setOnRetry(acts::refresh);
        pane.setOnShowSql(acts::showSql);
        board.visibleProperty().bind(model.view().map(view -> view.setup().isEmpty()));
        choices();
        filter.textProperty().bindBidirectional(model.list().filter());
        ours.selectedProperty().bindBidirectional(model.list().showsOurs());
        model.view().subscribe(this::show);
        detail.open().subscribe(this::showDetail);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void choices() {
        range.setItems(FXCollections.observableArrayList(StatementsRange.values()));
        range.setConverter(words("statements.range."));
        range.valueProperty().bindBidirectional(model.range());
        rank.setConverter(words("statements.rank."));
        rank.setItems(FXCollections.observableArrayList(StatementsRank.values()));
        rank.valueProperty().bindBidirectional(model.list().rank());
    }

    private static <T extends Enum<T>> StringConverter<T> words(String prefix) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : TEXTS.text(prefix + value.name());
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nobody types into a choice");
            }
        };
    }

    private void show(StatementsView view) {
        notices.show(view.notices());
        summary.setText(view.summary());
        boolean outdated = view.facts().filter(facts -> facts.isOutdated()).isPresent();
        update.setVisible(outdated && view.setup().isEmpty());
        update.setManaged(update.isVisible());
        offerRanks(view);
    }

    /** A measure that this version of the extension does not count is not offered. */
    private void offerRanks(StatementsView view) {
        var offered =
                Arrays.stream(StatementsRank.values())
                        .filter(each ->
                                view.counted().isEmpty() || view.counted().contains(each.limit()))
                        .toList();
        if (!rank.getItems().equals(offered)) {
            StatementsRank chosen = model.list().rank().get();
            rank.getItems().setAll(offered);
            rank.setValue(offered.contains(chosen) ? chosen : StatementsRank.TOTAL_TIME);
        }
    }

    private void showDetail(boolean open) {
        if (open && !split.getItems().contains(aside)) {
            split.getItems().add(aside);
            split.setDividerPositions(DIVIDER);
        } else if (!open) {
            split.getItems().remove(aside);
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && detail.open().get()) {
            table.clearSelection();
            event.consume();
        } else if (event.getCode() == KeyCode.F5) {
            acts.refresh();
            event.consume();
        }
    }

    @FXML
    private void refresh() {
        acts.refresh();
    }

    @FXML
    private void updateExtension() {
        acts.updateExtension();
    }
}
