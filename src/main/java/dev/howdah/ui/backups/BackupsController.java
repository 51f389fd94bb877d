package dev.howdah.ui.backups;

import dev.howdah.core.Texts;
import dev.howdah.provider.BackupEntry;
import dev.howdah.provider.BackupSchedule;
import dev.howdah.provider.Capability;
import dev.howdah.provider.ServiceFacts;
import dev.howdah.ui.LiveRow;
import dev.howdah.ui.Notice;
import dev.howdah.ui.NoticeBox;
import dev.howdah.ui.ReadingPane;
import dev.howdah.ui.TableExport;
import dev.howdah.ui.TableMenu;
import dev.howdah.ui.Workbench;
import java.io.File;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/** The page of backups: the numbers, the line of time, the moment to go back to, the table. */
public final class BackupsController {
    private static final Texts TEXTS = Texts.of(BackupsController.class);

    private final BackupsViewModel model;
    private final PickViewModel pick;
    private final Downloads running;
    private final BackupRequests acts;
    private final Workbench workbench;
    private final ZoneId zone;

    @FXML private JudgedTile restorable;
    @FXML private JudgedTile loss;
    @FXML private JudgedTile proof;
    @FXML private HBox legend;
    @FXML private ToggleGroup spans;
    @FXML private ToggleButton all;
    @FXML private ToggleButton day;
    @FXML private ToggleButton hour;
    @FXML private RestoreLine line;
    @FXML private TextField time;
    @FXML private Label meaning;
    @FXML private HBox choices;
    @FXML private HBox restoreBox;
    @FXML private MenuButton restore;
    @FXML private ReadingPane pane;
    @FXML private HBox scheduleBox;
    @FXML private MenuButton schedule;
    @FXML private HBox downloadBox;
    @FXML private Button download;
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
    @FXML private TableColumn<LiveRow<BackupLine>, BackupLine> state;
    @FXML private TableColumn<LiveRow<BackupLine>, String> proven;

    BackupsController(
            BackupsViewModel model,
            PickViewModel pick,
            Downloads running,
            BackupRequests acts,
            Workbench workbench,
            ZoneId zone) {
        this.model = model;
        this.pick = pick;
        this.running = running;
        this.acts = acts;
        this.workbench = workbench;
        this.zone = zone;
    }

    @FXML
    private void initialize() {
        model.restorable().subscribe(restorable::show);
        model.loss().subscribe(loss::show);
        model.proof().subscribe(proof::show);
        legend.getChildren().setAll(RestoreLegend.entries());
        spans();
        line.setZone(zone);
        line.setOnPick(pick::pick);
        model.picture().subscribe(line::show);
        time.textProperty().bindBidirectional(pick.text());
        pick.text().subscribe(() -> model.picked().set(pick.moment()));
        pick.picked().subscribe(this::showPicked);
        pane.stateProperty().bind(model.state());
        pane.setOnRetry(acts::retry);
        model.notices().subscribe(notices::show);
        model.service().subscribe(this::showSchedule);
        model.state().subscribe(_ -> showOffers());
        new DownloadRows(downloads, running);
        table();
    }

    private void spans() {
        all.setUserData(TimeSpan.ALL);
        day.setUserData(TimeSpan.DAY);
        hour.setUserData(TimeSpan.HOUR);
        spans.selectToggle(all);
        spans.selectedToggleProperty()
                .subscribe((before, now) -> {
                    if (now == null) {
                        spans.selectToggle(before);
                    } else {
                        model.span().set((TimeSpan) now.getUserData());
                    }
                });
    }

    private void showPicked(PickedTime picked) {
        Optional<String> whyNot = acts.whyNot(Capability.RECOVERY_WINDOW);
        String sentence = whyNot.orElse(picked.sentence());
        time.setDisable(whyNot.isPresent());
        meaning.setText(sentence);
        meaning.setTooltip(new Tooltip(sentence));
        meaning.setGraphic(
                picked.level() == Notice.Level.INFO ? null : NoticeBox.icon(picked.level()));
        choices.getChildren()
                .setAll(
                        picked.choices().stream()
                                .map(choice -> {
                                    Hyperlink link = new Hyperlink(choice.words());
                                    link.setMinWidth(Region.USE_PREF_SIZE);
                                    link.setOnAction(_ -> pick.pick(choice.moment()));
                                    return link;
                                })
                                .toList());
        choices.setVisible(!picked.choices().isEmpty());
        choices.setManaged(choices.isVisible());
        restore.setDisable(picked.moment().isEmpty());
        restore.getItems().setAll(restoreItems());
        reason(restoreBox, picked.moment().isEmpty() ? Optional.of(sentence) : Optional.empty());
    }

    private List<MenuItem> restoreItems() {
        MenuItem inPlace = new MenuItem();
        offer(inPlace, "pick.inPlace", Capability.RECOVERY_IN_PLACE);
        inPlace.setOnAction(_ -> acts.recoverInPlace());
        MenuItem intoNew = new MenuItem();
        offer(intoNew, "pick.intoNew", Capability.RECOVERY_INTO_NEW);
        intoNew.setOnAction(_ -> acts.recoverIntoNew());
        return List.of(inPlace, intoNew);
    }

    /** What is not offered says why in its own words, because a menu has no tooltips. */
    private void offer(MenuItem item, String key, Capability capability) {
        Optional<String> whyNot = acts.whyNot(capability);
        item.setDisable(whyNot.isPresent());
        item.setText(
                whyNot.map(reason -> TEXTS.text("pick.not", TEXTS.text(key), reason))
                        .orElseGet(() -> TEXTS.text(key)));
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
        reason(scheduleBox, whyNot);
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
        reason(backUpBox, notNow);
        showDownload();
        showPicked(pick.picked().get());
    }

    private void showDownload() {
        Optional<String> whyNot = acts.whyNot(Capability.BACKUP_DOWNLOAD);
        boolean isDone =
                selected().filter(each -> each.state() == BackupEntry.State.DONE).isPresent();
        download.setDisable(whyNot.isPresent() || !isDone);
        reason(
                downloadBox,
                whyNot.or(() ->
                        isDone
                                ? Optional.empty()
                                : Optional.of(TEXTS.text("backups.download.select"))));
    }

    private Optional<BackupEntry> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .map(row -> row.get().backup());
    }

    /** A disabled button shows no tooltip of its own, so what is around it does. */
    private static void reason(HBox around, Optional<String> whyNot) {
        Tooltip before = (Tooltip) around.getProperties().remove("reason");
        if (before != null) {
            Tooltip.uninstall(around, before);
        }
        if (whyNot.isPresent()) {
            Tooltip tooltip = new Tooltip(whyNot.get());
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(400);
            around.getProperties().put("reason", tooltip);
            Tooltip.install(around, tooltip);
        }
    }

    private void table() {
        table.setItems(model.lines());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        text(when, BackupLine::when);
        text(kind, BackupLine::kind);
        text(form, BackupLine::form);
        text(age, BackupLine::age);
        text(proven, BackupLine::proven);
        size.setCellValueFactory(
                cell -> cell.getValue().valueProperty().map(BackupLine::sizeBytes));
        size.setCellFactory(_ -> new BytesCell<>());
        state.setCellValueFactory(cell -> cell.getValue().valueProperty());
        state.setCellFactory(_ -> new BackupStateCell());
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> showDownload());
        TableMenu.on(table, TEXTS.text("backups.export"), exported(), LiveRow::get, workbench);
    }

    private List<TableExport.Column<BackupLine>> exported() {
        return List.of(
                new TableExport.Column<>("created_at", when.getText(), BackupLine::exact),
                new TableExport.Column<>("kind", kind.getText(), BackupLine::kind),
                new TableExport.Column<>("form", form.getText(), BackupLine::form),
                new TableExport.Column<>(
                        "size_bytes",
                        size.getText(),
                        each ->
                                each.sizeBytes() < 0
                                        ? Optional.empty()
                                        : Optional.of(each.sizeBytes())),
                new TableExport.Column<>("state", state.getText(), BackupLine::state),
                new TableExport.Column<>("proven", proven.getText(), BackupLine::proven));
    }

    private static void text(
            TableColumn<LiveRow<BackupLine>, String> column, Function<BackupLine, String> of) {
        column.setCellValueFactory(cell -> cell.getValue().valueProperty().map(of));
    }

    @FXML
    private void backUpNow() {
        acts.backUpNow();
    }

    @FXML
    private void download() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(TEXTS.text("backups.download.where"));
        File usual = Path.of(System.getProperty("user.home"), "Downloads").toFile();
        if (usual.isDirectory()) {
            chooser.setInitialDirectory(usual);
        }
        File folder = chooser.showDialog(table.getScene().getWindow());
        if (folder != null) {
            selected().ifPresent(chosen -> running.start(chosen, folder.toPath()));
        }
    }
}
