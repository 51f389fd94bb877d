package dev.howdah.app.window;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.ModalPane;
import dev.howdah.app.dialogs.Dialogs;
import dev.howdah.app.lab.LabRunner;
import dev.howdah.app.lab.LabStartController;
import dev.howdah.app.rail.RailCell;
import dev.howdah.app.rail.RailEntry;
import dev.howdah.app.rail.RailViewModel;
import dev.howdah.app.rail.RailViewModel.Line;
import dev.howdah.app.status.StatusViewModel;
import dev.howdah.core.Texts;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.operations.OperationsViewModel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window: rail on the left, the chosen server beside it, status line below. */
public final class MainWindowController {
    private static final Texts TEXTS = Texts.of(MainWindowController.class);

    private final RailViewModel rail;
    private final StatusViewModel status;
    private final OperationsViewModel operations;
    private final LabRunner lab;
    private Optional<Pages> pages = Optional.empty();
    private Optional<ServerActions> actions = Optional.empty();
    private Subscription connectionOfPane = Subscription.EMPTY;

    @FXML private CustomTextField search;
    @FXML private ListView<Line> servers;
    @FXML private NoticeBox notices;
    @FXML private StackPane content;
    @FXML private Label connection;
    @FXML private Label pressing;
    @FXML private Hyperlink showPressing;
    @FXML private HBox operation;
    @FXML private FontIcon operationUnsure;
    @FXML private ProgressBar operationProgress;
    @FXML private Hyperlink operationText;
    @FXML private Label operationTiming;
    @FXML private Label message;
    @FXML private Hyperlink change;
    @FXML private Hyperlink undo;
    @FXML private ModalPane modal;

    /** What the rail sets off; the window's owner does it. */
    public interface ServerActions {
        void choose(RailEntry entry);

        void add();

        void edit(RailEntry entry);

        void close(RailEntry entry);

        /** Of a copy in the lab. */
        void remove(RailEntry entry);
    }

    /** What the window itself shows besides servers. */
    public interface Pages {
        void journal();

        /** With this change looked at. */
        void journal(UUID change);

        void operations();
    }

    public MainWindowController(
            RailViewModel rail,
            StatusViewModel status,
            OperationsViewModel operations,
            LabRunner lab) {
        this.rail = rail;
        this.status = status;
        this.operations = operations;
        this.lab = lab;
    }

    /** Who shows the pages. Called once, before the window is shown. */
    public void setPages(Pages owner) {
        pages = Optional.of(owner);
    }

    /** Whom the rail tells. Called once, before the window is shown. */
    public void setActions(ServerActions owner) {
        actions = Optional.of(owner);
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(rail.search());
        servers.setItems(rail.lines());
        servers.setCellFactory(_ ->
                new RailCell(
                        entry -> actions.ifPresent(to -> to.edit(entry)),
                        entry -> actions.ifPresent(to -> to.close(entry)),
                        entry -> actions.ifPresent(to -> to.remove(entry))));
        servers.getSelectionModel().selectedItemProperty().subscribe((_, line) -> chosen(line));
        rail.selected().subscribe(entry -> mark(entry));
        rail.notices().subscribe(notices::show);
        connection.textProperty().bind(status.connection());
        message.textProperty().bind(status.message());
        status.pressing().subscribe(this::press);
        change.textProperty().bind(status.message());
        change.visibleProperty().bind(status.change().map(Optional::isPresent));
        change.managedProperty().bind(change.visibleProperty());
        message.visibleProperty().bind(change.visibleProperty().not());
        message.managedProperty().bind(message.visibleProperty());
        List.of(connection, pressing, message, change, operationText)
                .forEach(MainWindowController::tellWhole);
        showOperations();
        undo.visibleProperty().bind(status.undo().map(Optional::isPresent));
        undo.managedProperty().bind(undo.visibleProperty());
        undo.setOnAction(_ -> status.undo().get().ifPresent(Runnable::run));
        showWelcome();
    }

    private void press(Optional<StatusViewModel.Pressing> now) {
        pressing.setText(now.map(StatusViewModel.Pressing::sentence).orElse(""));
        pressing.setVisible(now.isPresent());
        pressing.setManaged(now.isPresent());
        Optional<Runnable> show = now.flatMap(StatusViewModel.Pressing::show);
        showPressing.setVisible(show.isPresent());
        showPressing.setManaged(show.isPresent());
        showPressing.setOnAction(_ -> show.ifPresent(Runnable::run));
    }

    /** How long something has been going on is said anew every second, while anything is. */
    private void showOperations() {
        operationText.textProperty().bind(operations.headline());
        operationTiming.textProperty().bind(operations.timing());
        operation.visibleProperty().bind(operations.headline().isNotEmpty());
        operation.managedProperty().bind(operation.visibleProperty());
        operationUnsure.visibleProperty().bind(operations.unsure());
        operationUnsure.managedProperty().bind(operations.unsure());
        operationProgress.visibleProperty().bind(operations.unsure().not());
        operationProgress.managedProperty().bind(operationProgress.visibleProperty());
        operationProgress.progressProperty().bind(operations.progress());
        Timeline seconds = new Timeline(new KeyFrame(Duration.seconds(1), _ -> operations.tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
        operation
                .visibleProperty()
                .subscribe(any -> {
                    if (any) {
                        seconds.play();
                    } else {
                        seconds.stop();
                    }
                });
    }

    /** The line has no room for long sentences. */
    private static void tellWhole(Labeled label) {
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(label.textProperty());
        label.textProperty().subscribe(text -> label.setTooltip(text.isEmpty() ? null : whole));
    }

    public Dialogs dialogs() {
        return new Dialogs(modal);
    }

    /** Puts the keyboard into the rail's search field. */
    public void focusSearch() {
        search.requestFocus();
    }

    public void show(OpenServer server) {
        connectionOfPane.unsubscribe();
        connectionOfPane =
                server.pane().header().connection().subscribe(text -> status.connection(text));
        content.getChildren().setAll(server.view());
    }

    public void showLabStart() {
        leavePane();
        content.getChildren().setAll(FxmlViews.load(new LabStartController(lab)));
    }

    public void showWelcome() {
        Label title = new Label(TEXTS.text("welcome.title"));
        title.getStyleClass().add("page-title");
        Label hint = new Label(TEXTS.text("welcome.hint"));
        hint.getStyleClass().add("text-muted");
        VBox page = new VBox(title, hint);
        page.getStyleClass().add("start-page");
        showPage(page);
    }

    public boolean shows(Node page) {
        return content.getChildren().contains(page);
    }

    /** A page of the window itself. */
    public void showPage(Node node) {
        leavePane();
        content.getChildren().setAll(node);
    }

    private void leavePane() {
        connectionOfPane.unsubscribe();
        connectionOfPane = Subscription.EMPTY;
        status.connection("");
    }

    @FXML
    private void showJournal() {
        pages.ifPresent(Pages::journal);
    }

    @FXML
    private void showChange() {
        status.change().get().ifPresent(id -> pages.ifPresent(to -> to.journal(id)));
    }

    @FXML
    private void listOperations() {
        pages.ifPresent(Pages::operations);
    }

    @FXML
    private void addServer() {
        actions.ifPresent(ServerActions::add);
    }

    private void chosen(@Nullable Line line) {
        if (line instanceof Line.Server(RailEntry entry)
                && rail.selected().get().filter(entry::equals).isEmpty()) {
            actions.ifPresent(to -> to.choose(entry));
        }
    }

    private void mark(Optional<RailEntry> entry) {
        if (entry.isPresent()) {
            servers.getSelectionModel().select(new Line.Server(entry.get()));
        } else {
            servers.getSelectionModel().clearSelection();
        }
    }
}
