package dev.howdah.ui.settings.allowlist;

import atlantafx.base.controls.CustomTextField;
import dev.howdah.core.Texts;
import dev.howdah.history.ClientHistory;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Names;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.settings.allowlist.list.AllowlistLine;
import dev.howdah.ui.settings.allowlist.list.AllowlistViewModel;
import dev.howdah.ui.settings.allowlist.typing.PasteRulesController;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.TableExport.Column;
import dev.howdah.ui.table.TableMenu;
import java.util.List;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Who may connect: the rules, the edits, and what they would bring about. */
public final class AllowlistController {
    private static final Texts TEXTS = Texts.of(AllowlistController.class);

    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final AllowlistViewModel model;
    private final AllowlistDraftViewModel draft;
    private final Workbench workbench;
    private final Runnable retry;
    private final Runnable showSent;

    @FXML private ReadingPane pane;
    @FXML private Label summary;
    @FXML private NoticeBox remarks;
    @FXML private VBox editing;
    @FXML private CustomTextField range;
    @FXML private TextField label;
    @FXML private Button add;
    @FXML private Button paste;
    @FXML private Button addMine;
    @FXML private Label remark;
    @FXML private Label own;
    @FXML private TableView<LiveRow<AllowlistLine>> rules;
    @FXML private TableColumn<LiveRow<AllowlistLine>, AllowlistLine> origin;
    @FXML private TableColumn<LiveRow<AllowlistLine>, String> name;
    @FXML private TableColumn<LiveRow<AllowlistLine>, String> family;
    @FXML private TableColumn<LiveRow<AllowlistLine>, String> sessions;
    @FXML private TableColumn<LiveRow<AllowlistLine>, String> seen;
    @FXML private TableColumn<LiveRow<AllowlistLine>, String> who;
    @FXML private TableColumn<LiveRow<AllowlistLine>, AllowlistLine> act;
    @FXML private VBox changes;
    @FXML private Label changesTitle;
    @FXML private NoticeBox effects;
    @FXML private Label complaint;
    @FXML private HBox against;
    @FXML private Label wanted;
    @FXML private TextField word;
    @FXML private Button undo;
    @FXML private Button apply;

    /**
     * @param retry asks server and provider again
     * @param showSent shows the statement behind the sessions
     */
    AllowlistController(
            AllowlistViewModel model,
            AllowlistDraftViewModel draft,
            Workbench workbench,
            Runnable retry,
            Runnable showSent) {
        this.model = model;
        this.draft = draft;
        this.workbench = workbench;
        this.retry = retry;
        this.showSent = showSent;
    }

    @FXML
    private void initialize() {
        word.accessibleTextProperty().bind(wanted.textProperty());
        pane.stateProperty().bind(model.state());
        pane.setOnRetry(retry);
        pane.setOnShowSqlAndRequest(showSent);
        summary.textProperty().bind(model.summary());
        model.remarks().subscribe(remarks::show);
        own.textProperty().bind(model.ownSentence());
        model.offered()
                .subscribe(isOffered -> {
                    shown(editing, isOffered);
                    pane.setTitle(TEXTS.text(isOffered ? "list.heading" : "list.heading.none"));
                    origin.setText(TEXTS.text(isOffered ? "list.origin" : "list.address"));
                    name.setVisible(isOffered);
                    seen.setVisible(isOffered);
                    act.setVisible(isOffered);
                });
        editor();
        table();
        changes();
    }

    private static void shown(Region node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    private void editor() {
        range.textProperty().bindBidirectional(draft.typed().range());
        label.textProperty().bindBidirectional(draft.typed().label());
        remark.textProperty().bind(draft.typed().remark());
        remark.visibleProperty().bind(draft.typed().remark().isNotEmpty());
        remark.managedProperty().bind(remark.visibleProperty());
        add.disableProperty().bind(draft.typed().usable().not().or(draft.editable().not()));
        addMine.disableProperty().bind(draft.mineAddable().not().or(draft.editable().not()));
        List.of(range, label, paste)
                .forEach(node -> node.disableProperty().bind(draft.editable().not()));
        own.visibleProperty().bind(model.ownSentence().isNotEmpty());
        own.managedProperty().bind(own.visibleProperty());
        addMine.visibleProperty().bind(own.visibleProperty());
    }

    private void table() {
        origin.setCellValueFactory(cell -> cell.getValue().valueProperty());
        origin.setCellFactory(_ -> new OriginCell());
        column(name, line -> Names.visible(line.rule().label()));
        name.setCellFactory(TextFieldTableCell.forTableColumn());
        name.setOnEditCommit(edit -> draft.relabel(edit.getRowValue().get(), edit.getNewValue()));
        rules.editableProperty().bind(draft.editable());
        column(family, AllowlistController::family);
        column(sessions, AllowlistController::sessions);
        Label seenHead = new Label(TEXTS.text("list.seen"));
        seenHead.setTooltip(new Tooltip(TEXTS.text("list.seen.tip", ClientHistory.KEPT.toDays())));
        seen.setGraphic(seenHead);
        column(seen, line -> line.seen() == 0 ? "" : Integer.toString(line.seen()));
        column(who, AllowlistLine::who);
        act.setCellValueFactory(cell -> cell.getValue().valueProperty());
        act.setCellFactory(_ -> new RuleActCell(draft));
        rules.setItems(model.lines());
        model.order().bind(rules.comparatorProperty());
        rules.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        rules.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        rules.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        TableMenu.on(rules, TEXTS.text("list.export"), exported(), LiveRow::get, workbench);
    }

    private static void column(
            TableColumn<LiveRow<AllowlistLine>, String> column,
            Function<AllowlistLine, String> value) {
        column.setCellValueFactory(cell -> cell.getValue().valueProperty().map(value));
    }

    private static String family(AllowlistLine line) {
        return line.rule().origin() instanceof AllowRule.Range(var cidr)
                ? cidr.v6() ? "IPv6" : "IPv4"
                : "";
    }

    private static String sessions(AllowlistLine line) {
        return line.sessions().isPresent() ? Integer.toString(line.sessions().getAsInt()) : "";
    }

    private List<Column<AllowlistLine>> exported() {
        return List.of(
                new Column<>("range", origin.getText(), line -> line.rule().origin().text()),
                new Column<>("label", name.getText(), line -> line.rule().label()),
                new Column<>("family", family.getText(), AllowlistController::family),
                new Column<>("sessions", sessions.getText(), AllowlistController::sessions),
                new Column<>(
                        "seen", TEXTS.text("list.seen"), line -> Integer.toString(line.seen())),
                new Column<>("who", who.getText(), AllowlistLine::who));
    }

    private void pressed(KeyEvent event) {
        if (UNDO.match(event) && draft.editable().get()) {
            draft.undo();
            event.consume();
        }
        boolean removes = event.getCode() == KeyCode.DELETE && rules.getEditingCell() == null;
        if (removes && draft.editable().get() && model.offered().get()) {
            List.copyOf(rules.getSelectionModel().getSelectedItems()).stream()
                    .map(LiveRow::get)
                    .forEach(draft::toggle);
            event.consume();
        }
    }

    private void changes() {
        changesTitle.textProperty().bind(draft.title());
        changes.visibleProperty().bind(draft.title().isNotEmpty().and(draft.editable()));
        changes.managedProperty().bind(changes.visibleProperty());
        draft.consequences()
                .subscribe(now -> {
                    effects.show(now.notices());
                    shown(against, now.needsWord());
                });
        wanted.setText(TEXTS.text("draft.word", Names.visible(draft.wantedWord())));
        word.textProperty().bindBidirectional(draft.word());
        complaint.textProperty().bind(draft.complaint());
        complaint.visibleProperty().bind(draft.complaint().isNotEmpty());
        complaint.managedProperty().bind(complaint.visibleProperty());
        undo.disableProperty().bind(draft.undoable().not());
        apply.disableProperty().bind(draft.applicable().not());
    }

    @FXML
    private void addTyped() {
        draft.add();
        range.requestFocus();
    }

    @FXML
    private void addMine() {
        draft.addMine();
    }

    @FXML
    private void paste() {
        draft.now()
                .ifPresent(now ->
                        workbench.open(close ->
                                FxmlViews.load(
                                        new PasteRulesController(now, draft::addAll, close))));
    }

    @FXML
    private void undo() {
        draft.undo();
    }

    @FXML
    private void discard() {
        draft.discard();
    }

    @FXML
    private void apply() {
        draft.change()
                .ifPresent(change ->
                        workbench.confirm(
                                change,
                                outcome -> {
                                    draft.sent(outcome);
                                    retry.run();
                                }));
    }
}
