package dev.howdah.ui.settings.logs;

import atlantafx.base.controls.CustomTextField;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.provider.service.LogArchive;
import dev.howdah.provider.service.ServiceEvent;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.panel.DownloadRows;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.SteadyRows;
import dev.howdah.ui.table.TableExport.Column;
import dev.howdah.ui.table.TableMenu;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The log of the server as the provider gives it, and what happened to the service. */
public final class LogsController {
    private static final Texts TEXTS = Texts.of(LogsController.class);
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final LogViewModel model;
    private final LogDownloads running;
    private final Workbench workbench;
    private final Runnable retry;
    private final Runnable showRequests;

    @FXML private ReadingPane logPane;
    @FXML private Label summary;
    @FXML private CustomTextField search;
    @FXML private ListView<String> lines;
    @FXML private Region tables;
    @FXML private ReadingPane eventsPane;
    @FXML private TableView<LiveRow<ServiceEvent>> events;
    @FXML private TableColumn<LiveRow<ServiceEvent>, String> at;
    @FXML private TableColumn<LiveRow<ServiceEvent>, ServiceEvent> what;
    @FXML private TableColumn<LiveRow<ServiceEvent>, String> who;
    @FXML private ReadingPane archivesPane;
    @FXML private Button download;
    @FXML private VBox downloads;
    @FXML private TableView<LiveRow<LogArchive>> archives;
    @FXML private TableColumn<LiveRow<LogArchive>, String> from;
    @FXML private TableColumn<LiveRow<LogArchive>, String> to;
    @FXML private TableColumn<LiveRow<LogArchive>, String> size;

    /**
     * @param retry asks the provider again
     */
    LogsController(
            LogViewModel model,
            LogDownloads running,
            Workbench workbench,
            Runnable retry,
            Runnable showRequests) {
        this.model = model;
        this.running = running;
        this.workbench = workbench;
        this.retry = retry;
        this.showRequests = showRequests;
    }

    @FXML
    private void initialize() {
        for (ReadingPane pane : List.of(logPane, eventsPane, archivesPane)) {
            pane.setOnRetry(retry);
        }
        logPane.setOnShowRequest(showRequests);
        logPane.stateProperty().bind(model.logState());
        eventsPane.stateProperty().bind(model.eventsState());
        archivesPane.stateProperty().bind(model.archivesState());
        summary.textProperty().bind(model.summary());
        search.textProperty().bindBidirectional(model.filter());
        tables.visibleProperty().bind(model.offersNothing().not());
        tables.managedProperty().bind(tables.visibleProperty());
        log();
        fillTables();
    }

    private void log() {
        lines.setItems(model.lines());
        lines.setCellFactory(_ -> new LogLineCell());
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        lines.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy(String.join("\n", lines.getSelectionModel().getSelectedItems()));
            }
        });
        // the newest line stays in view unless somebody reads an older one
        model.lines().addListener((ListChangeListener<String>) _ -> showNewest());
        showNewest();
    }

    private void showNewest() {
        if (lines.getSelectionModel().isEmpty()) {
            lines.scrollTo(Math.max(0, model.lines().size() - 1));
        }
    }

    private void copy(String text) {
        if (!text.isEmpty()) {
            workbench.copy(TEXTS.text("log.copied"), text);
        }
    }

    private void fillTables() {
        column(at, event -> model.moment(event.at()));
        column(who, ServiceEvent::who);
        what.setCellValueFactory(cell -> cell.getValue().valueProperty());
        what.setCellFactory(_ -> new EventCell());
        column(from, archive -> model.moment(archive.from()));
        column(to, archive -> model.moment(archive.to()));
        column(size, archive -> Quantities.bytes((double) archive.sizeBytes()));
        events.setItems(new SteadyRows<>(model.events()));
        archives.setItems(new SteadyRows<>(model.archives()));
        events.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        archives.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableMenu.on(
                events,
                TEXTS.text("events.export"),
                List.of(
                        new Column<>("at", at.getText(), ServiceEvent::at),
                        new Column<>("what", what.getText(), ServiceEvent::sentence),
                        new Column<>("type", TEXTS.text("events.type"), ServiceEvent::type),
                        new Column<>("who", who.getText(), ServiceEvent::who)),
                LiveRow::get,
                workbench);
        DownloadRows _ =
                new DownloadRows(
                        downloads, running.lines(), TEXTS.text("archive.cancel"), running::cancel);
        download.disableProperty()
                .bind(Bindings.isNull(archives.getSelectionModel().selectedItemProperty()));
    }

    private static <T> void column(
            TableColumn<LiveRow<T>, String> column, Function<T, String> text) {
        column.setCellValueFactory(cell -> cell.getValue().valueProperty().map(text));
        column.setSortable(false);
    }

    @FXML
    private void copyShown() {
        copy(model.text());
    }

    @FXML
    private void download() {
        workbench.chooseFolder(
                TEXTS.text("archive.where"),
                folder -> {
                    LiveRow<LogArchive> chosen = archives.getSelectionModel().getSelectedItem();
                    if (chosen != null) {
                        running.start(chosen.get(), folder);
                    }
                });
    }

    /** What happened, with an icon when a DBA cares. */
    private static final class EventCell extends TableCell<LiveRow<ServiceEvent>, ServiceEvent> {
        @Override
        protected void updateItem(@Nullable ServiceEvent event, boolean empty) {
            super.updateItem(event, empty);
            setText(empty || event == null ? null : event.sentence());
            setGraphic(
                    !empty && event != null && event.weight() == ServiceEvent.Weight.WARNING
                            ? NoticeBox.icon(Notice.Level.WARNING)
                            : null);
        }
    }
}
