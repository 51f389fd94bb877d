package dev.howdah.ui.users.newuser;

import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.ui.Names;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.users.form.Complaints;
import dev.howdah.ui.users.form.FormHead;
import dev.howdah.ui.users.newuser.NewUserPlanning.State;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The dialog for one new user: its form with what comes of it, then the user that was made. */
public final class NewUserController {
    private static final Texts TEXTS = Texts.of(NewUserController.class);

    private final NewUserViewModel model;
    private final NewUserDoneController doneController;
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
    @FXML private Label wayLabel;
    @FXML private HBox ways;
    @FXML private ToggleGroup makers;
    @FXML private ToggleButton bySql;
    @FXML private ToggleButton byProvider;
    @FXML private Node options;
    @FXML private TextField name;
    @FXML private Label nameComplaint;
    @FXML private Node done;
    @FXML private Button another;
    @FXML private Button cancel;
    @FXML private Button create;

    /**
     * @param afterwards called when a user was made
     * @param close takes the dialog off the screen
     */
    public NewUserController(
            NewUserViewModel model,
            NewUserDoneController doneController,
            Workbench workbench,
            Consumer<ChangeOutcome> afterwards,
            Runnable close) {
        this.model = model;
        this.doneController = doneController;
        this.workbench = workbench;
        this.afterwards = afterwards;
        this.close = close;
    }

    @FXML
    private void initialize() {
        FormHead.show(root, target, model.form().here().target());
        Complaints.shown(draftLine, model.hasDraft());
        KindToggles.tie(kinds, readOnly, readWrite, model.form().options().kind());
        chooseWay();
        Complaints.limit(name);
        name.textProperty().bindBidirectional(model.name());
        Complaints.show(nameComplaint, model.nameComplaint());
        create.textProperty().bind(model.title());
        model.form().planning().state().subscribe(this::allow);
        model.made().subscribe(this::show);
    }

    private void allow(State state) {
        create.setDisable(!(state instanceof State.Ready || state instanceof State.ByProvider));
    }

    private void chooseWay() {
        Optional<String> provider = model.providerThatMakesUsers();
        Complaints.shown(wayLabel, provider.isPresent());
        Complaints.shown(ways, provider.isPresent());
        provider.ifPresent(called -> byProvider.setText(TEXTS.text("newUser.byProvider", called)));
        model.byProvider()
                .subscribe(now -> {
                    makers.selectToggle(now ? byProvider : bySql);
                    Complaints.shown(options, !now);
                });
        makers.selectedToggleProperty()
                .subscribe(pressed -> {
                    if (pressed == null) {
                        makers.selectToggle(model.byProvider().get() ? byProvider : bySql);
                    } else {
                        model.byProvider().set(pressed == byProvider);
                    }
                });
    }

    private void show(Optional<MadeUser> made) {
        heading.setText(
                made.map(user -> TEXTS.text("newUser.made", Names.visible(user.name())))
                        .orElse(TEXTS.text("newUser.heading")));
        Complaints.shown(form, made.isEmpty());
        Complaints.shown(done, made.isPresent());
        Complaints.shown(another, made.isPresent());
        Complaints.shown(create, made.isEmpty());
        cancel.setText(TEXTS.text("form.close"));
        doneController.show(made);
        if (made.isPresent()) {
            Complaints.shown(draftLine, false);
        }
    }

    @FXML
    private void startOver() {
        model.startOver();
        Complaints.shown(draftLine, false);
        name.requestFocus();
    }

    @FXML
    private void create() {
        model.change()
                .ifPresent(change ->
                        workbench.confirm(
                                change,
                                outcome -> {
                                    model.ran(outcome);
                                    afterwards.accept(outcome);
                                }));
    }

    @FXML
    private void close() {
        close.run();
    }
}
