package dev.howdah.ui.users.manyusers;

import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.ui.Moments;
import dev.howdah.ui.Names;
import dev.howdah.ui.TabMovesOn;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.users.form.Complaints;
import dev.howdah.ui.users.form.FormHead;
import dev.howdah.ui.users.newuser.KindToggles;
import dev.howdah.ui.users.newuser.NewUserPlanning.State;
import java.io.File;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/**
 * The dialog for several new users: their list with verdicts, what comes of it, their passwords.
 */
public final class ManyUsersController {
    private static final Texts TEXTS = Texts.of(ManyUsersController.class);

    /** Five hundred lines with all their fields; a file that is pasted by mistake is cut. */
    private static final int MOST_TYPED = 100_000;

    private final ManyUsersViewModel model;
    private final Workbench workbench;
    private final Consumer<ChangeOutcome> afterwards;
    private final Runnable close;

    @FXML private VBox root;
    @FXML private Label heading;
    @FXML private Label target;
    @FXML private HBox draftLine;
    @FXML private HBox form;
    @FXML private ToggleGroup kinds;
    @FXML private ToggleButton readOnly;
    @FXML private ToggleButton readWrite;
    @FXML private TextArea list;
    @FXML private TableView<ManyUsersLine> lines;
    @FXML private TableColumn<ManyUsersLine, String> number;
    @FXML private TableColumn<ManyUsersLine, String> name;
    @FXML private TableColumn<ManyUsersLine, String> expiry;
    @FXML private TableColumn<ManyUsersLine, ManyUsersLine> verdict;
    @FXML private VBox done;
    @FXML private NoticeBox outcome;
    @FXML private VBox rows;
    @FXML private Button create;

    /**
     * @param afterwards called when users were made
     * @param close takes the dialog off the screen
     */
    public ManyUsersController(
            ManyUsersViewModel model,
            Workbench workbench,
            Consumer<ChangeOutcome> afterwards,
            Runnable close) {
        this.model = model;
        this.workbench = workbench;
        this.afterwards = afterwards;
        this.close = close;
    }

    @FXML
    private void initialize() {
        lines.accessibleTextProperty().bind(heading.textProperty());
        FormHead.show(root, target, model.form().here().target());
        Complaints.shown(draftLine, model.hasDraft());
        KindToggles.tie(kinds, readOnly, readWrite, model.form().options().kind());
        TabMovesOn.from(list);
        list.setTextFormatter(
                new TextFormatter<>(change ->
                        change.getControlNewText().length() > MOST_TYPED ? null : change));
        list.textProperty().bindBidirectional(model.text());
        table();
        create.textProperty().bind(model.title());
        model.form()
                .planning()
                .state()
                .subscribe(state -> create.setDisable(!(state instanceof State.Ready)));
        model.made().subscribe(this::show);
    }

    private void table() {
        number.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(Integer.toString(cell.getValue().number())));
        name.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(Names.visible(cell.getValue().name())));
        expiry.setCellValueFactory(cell ->
                new ReadOnlyStringWrapper(
                        cell.getValue()
                                .expiry()
                                .map(moment -> Moments.date(moment.minusSeconds(1), ZoneOffset.UTC))
                                .orElse("")));
        verdict.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        verdict.setCellFactory(_ -> new VerdictCell());
        lines.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        model.lines().subscribe(all -> lines.getItems().setAll(all));
    }

    private void show(Optional<MadeUsers> made) {
        heading.setText(
                made.map(users -> TEXTS.text("many.made", users.count()))
                        .orElse(TEXTS.text("many.heading")));
        Complaints.shown(form, made.isEmpty());
        Complaints.shown(done, made.isPresent());
        Complaints.shown(create, made.isEmpty());
        rows.getChildren().clear();
        made.ifPresent(this::show);
    }

    private void show(MadeUsers users) {
        Complaints.shown(draftLine, false);
        ChangeOutcome came = users.outcome();
        outcome.show(
                List.of(
                        Notice.of(
                                came.status() == ChangeOutcome.Status.DONE
                                        ? Notice.Level.GOOD
                                        : Notice.Level.WARNING,
                                came.sentence())));
        came.rows().stream()
                .limit(1_000)
                .forEach(row -> {
                    Label label = new Label(row);
                    label.setWrapText(true);
                    label.setMinHeight(Region.USE_PREF_SIZE);
                    rows.getChildren().add(label);
                });
    }

    @FXML
    private void startOver() {
        model.startOver();
        Complaints.shown(draftLine, false);
        list.requestFocus();
    }

    @FXML
    private void create() {
        model.change()
                .ifPresent(change -> {
                    model.shown();
                    workbench.confirm(
                            change,
                            result -> {
                                model.ran(result);
                                afterwards.accept(result);
                            });
                });
    }

    @FXML
    private void copyPasswords() {
        model.made()
                .get()
                .ifPresent(users ->
                        workbench.copySecret(TEXTS.text("many.passwords"), users.passwords()));
    }

    @FXML
    private void savePasswords() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.text("many.save.title"));
        chooser.setInitialFileName(TEXTS.text("many.save.name"));
        File chosen = chooser.showSaveDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.made()
                    .get()
                    .ifPresent(users ->
                            new PasswordFile(workbench).write(chosen.toPath(), users.passwords()));
        }
    }

    @FXML
    private void close() {
        close.run();
    }
}
