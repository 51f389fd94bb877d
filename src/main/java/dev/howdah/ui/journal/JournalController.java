package dev.howdah.ui.journal;

import atlantafx.base.controls.CustomTextField;
import dev.howdah.core.Texts;
import dev.howdah.journal.JournaledChange;
import dev.howdah.ui.Moments;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.table.TableMenu;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What was done, newest first, and beside it the change that is looked at. */
public final class JournalController {
    private static final Texts TEXTS = Texts.of(JournalController.class);
    private static final KeyCombination FIND =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    /** From here on there is room for who and how long. */
    private static final double WIDE = 1_040;

    private final JournalViewModel model;
    private final Workbench workbench;
    private final JournalActs acts;
    private final Runnable retry;
    private final Runnable readOlder;

    @FXML private VBox root;
    @FXML private ReadingPane pane;
    @FXML private CustomTextField search;
    @FXML private ChoiceBox<String> server;
    @FXML private ChoiceBox<Asked.Outcome> outcome;
    @FXML private ChoiceBox<Asked.Kind> kind;
    @FXML private ChoiceBox<Asked.Time> time;
    @FXML private Label summary;
    @FXML private Button older;
    @FXML private NoticeBox notices;
    @FXML private SplitPane split;
    @FXML private TableView<JournalLine> changes;
    @FXML private TableColumn<JournalLine, JournalLine> when;
    @FXML private TableColumn<JournalLine, JournalLine> where;
    @FXML private TableColumn<JournalLine, JournalLine> title;
    @FXML private TableColumn<JournalLine, JournalLine> user;
    @FXML private TableColumn<JournalLine, JournalLine> result;
    @FXML private TableColumn<JournalLine, JournalLine> took;

    /**
     * @param retry reads the journal anew
     * @param readOlder reads more of it
     */
    JournalController(
            JournalViewModel model,
            Workbench workbench,
            JournalActs acts,
            Runnable retry,
            Runnable readOlder) {
        this.model = model;
        this.workbench = workbench;
        this.acts = acts;
        this.retry = retry;
        this.readOlder = readOlder;
    }

    @FXML
    private void initialize() {
        pane.stateProperty().bind(model.state());
        pane.setOnRetry(retry);
        model.notices().subscribe(notices::show);
        summary.textProperty().bind(model.summary());
        older.visibleProperty().bind(model.hasOlder());
        older.managedProperty().bind(older.visibleProperty());
        filters();
        columns();
        table();
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    private void filters() {
        search.textProperty().bindBidirectional(model.filter().text());
        server.setItems(model.servers());
        server.valueProperty().bindBidirectional(model.filter().server());
        server.setConverter(new Choices.ServerName());
        Choices.of(outcome, Asked.Outcome.values(), "outcome.", model.filter().outcome());
        Choices.of(kind, Asked.Kind.values(), "choice.", model.filter().kind());
        Choices.of(time, Asked.Time.values(), "time.", model.filter().time());
    }

    private void columns() {
        ZoneId zone = ZoneId.systemDefault();
        column(
                when,
                Comparator.comparing(JournaledChange::at),
                () ->
                        new TextCell(line ->
                                Moments.near(
                                        line.change().at(), workbench.clock().instant(), zone)));
        column(where, Comparator.comparing(each -> each.entry().server()), ServerCell::new);
        column(
                title,
                Comparator.comparing(each -> each.entry().title()),
                () -> new TextCell(JournalLine::title));
        column(
                user,
                Comparator.comparing(JournalWords::user),
                () -> new TextCell(line -> JournalWords.user(line.change())));
        column(result, Comparator.comparing(JournaledChange::result), ResultCell::new);
        column(
                took,
                Comparator.comparing(each -> each.took().orElse(Duration.ZERO)),
                () -> new TextCell(line -> JournalWords.took(line.change())));
        user.visibleProperty().bind(split.widthProperty().greaterThan(WIDE));
        took.visibleProperty().bind(user.visibleProperty());
    }

    private static void column(
            TableColumn<JournalLine, JournalLine> column,
            Comparator<JournaledChange> order,
            Supplier<TableCell<JournalLine, JournalLine>> cell) {
        column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
        column.setComparator(Comparator.comparing(JournalLine::change, order));
        column.setCellFactory(_ -> cell.get());
    }

    private void table() {
        changes.setItems(model.lines());
        model.order().bind(changes.comparatorProperty());
        changes.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        changes.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        changes.getSelectionModel().selectedItemProperty().subscribe(model::look);
        model.detail().subscribe(_ -> markLooked());
        TableMenu.on(
                changes,
                TEXTS.text("journal.export"),
                JournalExport.COLUMNS,
                JournalLine::change,
                workbench);
    }

    /** After the lines were read anew, or when another place sent the person to a change. */
    private void markLooked() {
        Optional<JournalLine> looked = model.lookedAt();
        if (looked.isPresent()
                && changes.getSelectionModel().getSelectedItems().size() < 2
                && !looked.get().equals(changes.getSelectionModel().getSelectedItem())) {
            int index = model.lines().indexOf(looked.get());
            if (index >= 0) {
                changes.getSelectionModel().clearAndSelect(index);
                changes.scrollTo(Math.max(0, index - 3));
            }
        }
    }

    private void keyPressed(KeyEvent event) {
        if (FIND.match(event)) {
            search.requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            if (model.filter().text().get().isEmpty()) {
                acts.leave();
            } else {
                search.clear();
            }
            event.consume();
        }
    }

    @FXML
    private void clearFilter() {
        model.filter().clear();
    }

    @FXML
    private void readOlder() {
        readOlder.run();
    }

    /** One line of words. */
    private static final class TextCell extends TableCell<JournalLine, JournalLine> {
        private final Function<JournalLine, String> text;

        TextCell(Function<JournalLine, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable JournalLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : text.apply(line));
        }
    }
}
