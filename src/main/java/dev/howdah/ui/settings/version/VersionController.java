package dev.howdah.ui.settings.version;

import dev.howdah.core.Texts;
import dev.howdah.provider.plan.VersionOffer;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.settings.asking.WorkBox;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.SteadyRows;
import dev.howdah.ui.table.TableHeights;
import java.util.Optional;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/** The versions one may go to, the rule for that, and what was found to be in the way. */
public final class VersionController {
    private static final Texts TEXTS = Texts.of(VersionController.class);
    private static final int MOST_OFFERS = 6;

    private final VersionViewModel model;
    private final Runnable retry;
    private final Runnable showSent;
    private final Runnable upgrade;

    @FXML private ReadingPane pane;
    @FXML private Label current;
    @FXML private WorkBox work;
    @FXML private TableView<LiveRow<VersionOffer>> versions;
    @FXML private TableColumn<LiveRow<VersionOffer>, String> version;
    @FXML private TableColumn<LiveRow<VersionOffer>, String> kind;
    @FXML private TableColumn<LiveRow<VersionOffer>, String> interruption;
    @FXML private Region detail;
    @FXML private Label heading;
    @FXML private Button act;
    @FXML private Label whyNot;
    @FXML private Label rule;
    @FXML private NoticeBox checks;

    /**
     * @param retry asks the provider and the server again
     * @param showSent shows the statement behind the checks
     * @param upgrade asks for the version that is looked at
     */
    VersionController(VersionViewModel model, Runnable retry, Runnable showSent, Runnable upgrade) {
        this.model = model;
        this.retry = retry;
        this.showSent = showSent;
        this.upgrade = upgrade;
    }

    @FXML
    private void initialize() {
        pane.stateProperty().bind(model.state());
        pane.setOnRetry(retry);
        pane.setOnShowSqlAndRequest(showSent);
        current.textProperty().bind(model.current());
        model.work().subscribe(work::show);
        column(version, VersionOffer::text);
        column(kind, offer -> TEXTS.text(offer.major() ? "version.major" : "version.minor"));
        column(interruption, offer -> offer.interruption().sentence());
        versions.setItems(new SteadyRows<>(model.lines()));
        TableHeights.fit(versions, MOST_OFFERS);
        versions.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        versions.getSelectionModel().selectedItemProperty().subscribe(model::look);
        rule.setText(TEXTS.text("version.rule"));
        model.chosen().subscribe(this::show);
        model.checks().subscribe(checks::show);
        model.whyNot().subscribe(this::showReason);
    }

    private static void column(
            TableColumn<LiveRow<VersionOffer>, String> column,
            Function<VersionOffer, String> text) {
        column.setCellValueFactory(cell -> cell.getValue().valueProperty().map(text));
        column.setSortable(false);
    }

    private void show(Optional<VersionOffer> offer) {
        detail.setVisible(offer.isPresent());
        offer.ifPresent(to -> {
            heading.setText(TEXTS.text("version.to", to.text()));
            act.setText(TEXTS.text("version.upgrade", to.text()));
        });
        model.chosenRow()
                .filter(row -> versions.getSelectionModel().getSelectedItem() != row)
                .ifPresent(row -> versions.getSelectionModel().select(row));
    }

    private void showReason(Optional<String> reason) {
        act.setDisable(reason.isPresent());
        whyNot.setText(reason.orElse(""));
        whyNot.setVisible(reason.isPresent());
        whyNot.setManaged(reason.isPresent());
    }

    @FXML
    private void act() {
        upgrade.run();
    }
}
