package dev.howdah.ui.backups.archive;

import dev.howdah.core.Texts;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.backups.cells.Columns;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.TableExport;
import dev.howdah.ui.table.TableHeights;
import dev.howdah.ui.table.TableMenu;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The sentence, the drawing and the tables of the panel Archive. */
public final class ArchiveController {
    private static final Texts TEXTS = Texts.of(ArchiveController.class);
    private static final int ALL_FACTS = 20;
    private static final int MOST_RECEIVERS = 6;

    private final ArchiveViewModel model;
    private final Workbench workbench;
    private final Runnable retry;
    private final Runnable showSql;

    @FXML private ReadingPane pane;
    @FXML private HBox headline;
    @FXML private Label sentence;
    @FXML private Label more;
    @FXML private WalLine line;
    @FXML private NoticeBox findings;
    @FXML private TableView<LiveRow<ArchiveFact>> facts;
    @FXML private TableColumn<LiveRow<ArchiveFact>, String> fact;
    @FXML private TableColumn<LiveRow<ArchiveFact>, String> value;
    @FXML private TableColumn<LiveRow<ArchiveFact>, String> meaning;
    @FXML private VBox receiversBox;
    @FXML private TableView<LiveRow<ReceiverLine>> receivers;
    @FXML private TableColumn<LiveRow<ReceiverLine>, String> name;
    @FXML private TableColumn<LiveRow<ReceiverLine>, String> purpose;
    @FXML private TableColumn<LiveRow<ReceiverLine>, String> address;
    @FXML private TableColumn<LiveRow<ReceiverLine>, String> receiverState;
    @FXML private TableColumn<LiveRow<ReceiverLine>, String> sync;
    @FXML private TableColumn<LiveRow<ReceiverLine>, Long> behind;
    @FXML private TableColumn<LiveRow<ReceiverLine>, String> progress;

    /**
     * @param retry asks the server again
     * @param showSql shows the statement behind the panel
     */
    ArchiveController(
            ArchiveViewModel model, Workbench workbench, Runnable retry, Runnable showSql) {
        this.model = model;
        this.workbench = workbench;
        this.retry = retry;
        this.showSql = showSql;
    }

    @FXML
    private void initialize() {
        pane.stateProperty().bind(model.state());
        pane.setOnRetry(retry);
        pane.setOnShowSql(showSql);
        model.headline().subscribe(this::show);
        model.stretch().subscribe(line::show);
        model.findings().subscribe(findings::show);
        facts();
        receivers();
    }

    private void show(Notice now) {
        headline.getChildren().set(0, NoticeBox.icon(now.level()));
        sentence.setText(now.sentence());
        more.setText(now.advice());
        more.setVisible(!now.advice().isEmpty());
        more.setManaged(more.isVisible());
    }

    private void facts() {
        facts.setItems(model.facts());
        facts.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Columns.text(fact, ArchiveFact::name);
        Columns.text(value, ArchiveFact::value);
        Columns.text(meaning, ArchiveFact::meaning);
        TableHeights.fit(facts, ALL_FACTS);
        TableMenu.on(
                facts,
                TEXTS.text("archive.facts.export"),
                List.of(
                        new TableExport.Column<>("fact", fact.getText(), ArchiveFact::name),
                        new TableExport.Column<>("value", value.getText(), ArchiveFact::value),
                        new TableExport.Column<>(
                                "meaning", meaning.getText(), ArchiveFact::meaning)),
                LiveRow::get,
                workbench);
    }

    private void receivers() {
        receivers.setItems(model.receivers());
        receivers.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Columns.text(name, ReceiverLine::name);
        Columns.text(purpose, ReceiverLine::purpose);
        Columns.text(address, ReceiverLine::address);
        Columns.text(receiverState, ReceiverLine::state);
        Columns.text(sync, ReceiverLine::sync);
        Columns.text(progress, ReceiverLine::progress);
        Columns.bytes(behind, ReceiverLine::behindBytes);
        TableHeights.fit(receivers, MOST_RECEIVERS);
        receiversBox.visibleProperty().bind(Bindings.isNotEmpty(model.receivers()));
        receiversBox.managedProperty().bind(receiversBox.visibleProperty());
        TableMenu.on(
                receivers,
                TEXTS.text("archive.receivers.export"),
                List.of(
                        new TableExport.Column<>("name", name.getText(), ReceiverLine::name),
                        new TableExport.Column<>("pid", "pid", ReceiverLine::pid),
                        new TableExport.Column<>(
                                "purpose", purpose.getText(), ReceiverLine::purpose),
                        new TableExport.Column<>(
                                "address", address.getText(), ReceiverLine::address),
                        new TableExport.Column<>(
                                "state", receiverState.getText(), ReceiverLine::state),
                        new TableExport.Column<>("sync", sync.getText(), ReceiverLine::sync),
                        new TableExport.Column<>(
                                "behind_bytes",
                                TEXTS.text("archive.behind.bytes"),
                                row -> Columns.known(row.behindBytes())),
                        new TableExport.Column<>(
                                "progress", progress.getText(), ReceiverLine::progress)),
                LiveRow::get,
                workbench);
    }
}
