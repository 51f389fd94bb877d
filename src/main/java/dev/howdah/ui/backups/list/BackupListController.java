package dev.howdah.ui.backups.list;

import dev.howdah.core.Texts;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.backups.asking.WhyNot;
import dev.howdah.ui.backups.cells.Columns;
import dev.howdah.ui.backups.cells.Judged;
import dev.howdah.ui.backups.downloads.Downloads;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.TableExport;
import dev.howdah.ui.table.TableMenu;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The table of backups, when they are made, and their downloads. */
public final class BackupListController {
    private static final Texts TEXTS = Texts.of(BackupListController.class);

    private final BackupListViewModel model;
    private final Downloads running;
    private final BackupRequests acts;
    private final Workbench workbench;
    private final ZoneId zone;
    private final Runnable showRequests;

    @FXML private ReadingPane pane;
    @FXML private HBox scheduleBox;
    @FXML private MenuButton schedule;
    @FXML private HBox downloadBox;
    @FXML private Button download;
    @FXML private HBox intoLabBox;
    @FXML private Button intoLab;
    @FXML private HBox backUpBox;
    @FXML private Button backUp;
    @FXML private Label retention;
    @FXML private NoticeBox notices;
    @FXML private VBox downloads;
    @FXML private TableView<LiveRow<BackupLine>> table;
    @FXML private TableColumn<LiveRow<BackupLine>, String> when;
    @FXML private TableColumn<LiveRow<BackupLine>, String> kind;
    @FXML private TableColumn<LiveRow<BackupLine>, String> form;
    @FXML private TableColumn<LiveRow<BackupLine>, Long> size;
    @FXML private TableColumn<LiveRow<BackupLine>, String> age;
    @FXML private TableColumn<LiveRow<BackupLine>, Judged> state;
    @FXML private TableColumn<LiveRow<BackupLine>, Judged> proven;

    /**
     * @param running the downloads of these backups
     * @param showRequests shows what the page sends
     */
    public BackupListController(
            BackupListViewModel model,
            Downloads running,
            BackupRequests acts,
            Workbench workbench,
            ZoneId zone,
            Runnable showRequests) {
        this.model = model;
        this.running = running;
        this.acts = acts;
        this.workbench = workbench;
        this.zone = zone;
        this.showRequests = showRequests;
    }

    @FXML
    private void initialize() {
        pane.stateProperty().bind(model.state());
        pane.setOnRetry(acts::readAgain);
        pane.setOnShowSqlAndRequest(showRequests);
        model.notices().subscribe(notices::show);
        model.service().subscribe(this::showSchedule);
        table();
        model.state().subscribe(_ -> showOffers());
        running.showIn(downloads);
    }

    private void table() {
        table.setItems(model.lines());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Columns.text(when, BackupLine::when);
        Columns.text(kind, BackupLine::kind);
        Columns.text(form, BackupLine::form);
        Columns.text(age, BackupLine::age);
        Columns.bytes(size, BackupLine::sizeBytes);
        Columns.judged(state, BackupLine::state);
        Columns.judged(proven, BackupLine::proven);
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> showOffersOfSelected());
        TableMenu.on(table, TEXTS.text("backups.export"), exported(), LiveRow::get, workbench);
    }

    private List<TableExport.Column<BackupLine>> exported() {
        return List.of(
                new TableExport.Column<>("created_at", when.getText(), BackupLine::exact),
                new TableExport.Column<>("kind", kind.getText(), BackupLine::kind),
                new TableExport.Column<>("form", form.getText(), BackupLine::form),
                new TableExport.Column<>(
                        "size_bytes", size.getText(), each -> Columns.known(each.sizeBytes())),
                new TableExport.Column<>("state", state.getText(), each -> each.state().value()),
                new TableExport.Column<>(
                        "failure", TEXTS.text("backup.failure"), each -> each.backup().failure()),
                new TableExport.Column<>(
                        "proven", proven.getText(), each -> each.proven().value()));
    }

    private void showSchedule(Optional<ServiceFacts> facts) {
        Optional<BackupSchedule> now = facts.flatMap(ServiceFacts::schedule);
        Optional<String> whyNot = acts.whyNot(Capability.BACKUP_SCHEDULE);
        scheduleBox.setVisible(now.isPresent());
        scheduleBox.setManaged(now.isPresent());
        if (now.isEmpty()) {
            return;
        }
        schedule.setText(ScheduleWords.of(now.get(), zone, workbench.clock().instant()));
        schedule.setDisable(whyNot.isPresent());
        WhyNot.show(scheduleBox, whyNot);
        schedule.getItems()
                .setAll(
                        ScheduleWords.choices(zone, workbench.clock().instant()).stream()
                                .map(choice -> {
                                    MenuItem item = new MenuItem(choice.words());
                                    item.setDisable(choice.schedule().equals(now.get()));
                                    item.setOnAction(
                                            _ -> acts.schedule(now.get(), choice.schedule()));
                                    return item;
                                })
                                .toList());
    }

    private void showOffers() {
        String rule = model.backupList().map(list -> list.retention()).orElse("");
        retention.setText(rule);
        retention.setVisible(!rule.isEmpty());
        retention.setManaged(!rule.isEmpty());
        Optional<String> notNow = acts.whyNot(Capability.BACKUP_NOW);
        backUp.setDisable(notNow.isPresent());
        WhyNot.show(backUpBox, notNow);
        showOffersOfSelected();
    }

    private void showOffersOfSelected() {
        Optional<String> whyNot = acts.whyNot(Capability.BACKUP_DOWNLOAD);
        boolean isDone =
                selected().filter(each -> each.state() == BackupEntry.State.DONE).isPresent();
        download.setDisable(whyNot.isPresent() || !isDone);
        WhyNot.show(
                downloadBox,
                whyNot.or(() ->
                        isDone ? Optional.empty() : Optional.of(TEXTS.text("backups.select"))));
        Optional<String> notIntoLab = acts.whyNotIntoLab(selected());
        intoLab.setDisable(notIntoLab.isPresent());
        WhyNot.show(intoLabBox, notIntoLab);
    }

    private Optional<BackupEntry> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .map(row -> row.get().backup());
    }

    @FXML
    private void backUpNow() {
        acts.backUpNow();
    }

    @FXML
    private void restoreIntoLab() {
        selected().ifPresent(acts::restoreIntoLab);
    }

    @FXML
    private void download() {
        workbench.chooseFolder(
                TEXTS.text("backups.download.where"),
                folder -> selected().ifPresent(chosen -> running.start(chosen, folder)));
    }
}
