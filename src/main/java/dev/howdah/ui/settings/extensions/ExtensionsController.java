package dev.howdah.ui.settings.extensions;

import atlantafx.base.controls.CustomTextField;
import dev.howdah.core.Texts;
import dev.howdah.pg.settings.ExtensionChanges.Act;
import dev.howdah.pg.settings.ExtensionsSnapshot.Extension;
import dev.howdah.pg.settings.ExtensionsSnapshot.Installed;
import dev.howdah.ui.Lines;
import dev.howdah.ui.Names;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.settings.extensions.ExtensionsViewModel.Standing;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.TableExport.Column;
import dev.howdah.ui.table.TableMenu;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;

/** The extensions of the database and those it could have. */
public final class ExtensionsController {
    private static final Texts TEXTS = Texts.of(ExtensionsController.class);

    private final ExtensionsViewModel model;
    private final Workbench workbench;
    private final Runnable retry;
    private final Runnable showSql;
    private final ExtensionActs acts;

    @FXML private ReadingPane pane;
    @FXML private CustomTextField search;
    @FXML private ToggleButton installed;
    @FXML private Label summary;
    @FXML private Button create;
    @FXML private Button update;
    @FXML private Button drop;
    @FXML private TableView<LiveRow<Extension>> extensions;
    @FXML private TableColumn<LiveRow<Extension>, String> name;
    @FXML private TableColumn<LiveRow<Extension>, Standing> standing;
    @FXML private TableColumn<LiveRow<Extension>, String> version;
    @FXML private TableColumn<LiveRow<Extension>, String> defaultVersion;
    @FXML private TableColumn<LiveRow<Extension>, String> schema;
    @FXML private TableColumn<LiveRow<Extension>, String> comment;

    /**
     * @param retry asks the server again
     * @param showSql shows the statement behind the panel
     */
    ExtensionsController(
            ExtensionsViewModel model,
            Workbench workbench,
            Runnable retry,
            Runnable showSql,
            ExtensionActs acts) {
        this.model = model;
        this.workbench = workbench;
        this.retry = retry;
        this.showSql = showSql;
        this.acts = acts;
    }

    @FXML
    private void initialize() {
        pane.stateProperty().bind(model.state());
        pane.setOnRetry(retry);
        pane.setOnShowSql(showSql);
        search.textProperty().bindBidirectional(model.search());
        installed.selectedProperty().bindBidirectional(model.installedOnly());
        summary.textProperty().bind(model.summary());
        column(name, extension -> Names.visible(extension.name()));
        column(standing, Standing::of);
        standing.setCellFactory(_ -> new StandingCell());
        column(version, ExtensionsController::version);
        column(defaultVersion, extension -> extension.defaultVersion().orElse(""));
        column(schema, extension -> Names.visible(schema(extension)));
        column(comment, extension -> Lines.one(extension.comment(), Lines.MAX_LINE));
        extensions.setItems(model.lines());
        model.order().bind(extensions.comparatorProperty());
        extensions.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        extensions.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        TableMenu.on(
                extensions, TEXTS.text("extensions.export"), exported(), LiveRow::get, workbench);
        act(create, Act.CREATE);
        act(update, Act.UPDATE);
        act(drop, Act.DROP);
    }

    /** One extension at a time, and only what makes sense for it. */
    private void act(Button button, Act act) {
        var selection = extensions.getSelectionModel();
        button.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        selection.getSelectedItems().size() != 1
                                                || !ExtensionActs.offers(
                                                        act,
                                                        selection
                                                                .getSelectedItems()
                                                                .getFirst()
                                                                .get()),
                                selection.getSelectedItems(),
                                model.summary()));
        button.setOnAction(_ ->
                selection.getSelectedItems().stream()
                        .findFirst()
                        .ifPresent(row -> acts.begin(act, row.get())));
    }

    private static <V> void column(
            TableColumn<LiveRow<Extension>, V> column, Function<Extension, V> value) {
        column.setCellValueFactory(cell -> cell.getValue().valueProperty().map(value));
    }

    private static String version(Extension extension) {
        return extension.installed().map(Installed::version).orElse("");
    }

    private static String schema(Extension extension) {
        return extension.installed().map(Installed::schema).orElse("");
    }

    private List<Column<Extension>> exported() {
        return List.of(
                new Column<>("name", name.getText(), Extension::name),
                new Column<>("standing", standing.getText(), e -> Standing.of(e).words()),
                new Column<>(
                        "version", version.getText(), e -> e.installed().map(Installed::version)),
                new Column<>(
                        "default_version", defaultVersion.getText(), Extension::defaultVersion),
                new Column<>("schema", schema.getText(), e -> e.installed().map(Installed::schema)),
                new Column<>("comment", comment.getText(), Extension::comment));
    }

    /** The standing in words, with an icon when something could be done about it. */
    private static final class StandingCell extends TableCell<LiveRow<Extension>, Standing> {
        @Override
        protected void updateItem(@Nullable Standing now, boolean empty) {
            super.updateItem(now, empty);
            setText(null);
            setGraphic(null);
            if (!empty && now != null) {
                setText(now.words());
                switch (now) {
                    case UPDATE, DIFFERENT -> setGraphic(NoticeBox.icon(Notice.Level.INFO));
                    case LACKS_FILES -> setGraphic(NoticeBox.icon(Notice.Level.WARNING));
                    case INSTALLED -> setGraphic(NoticeBox.icon(Notice.Level.GOOD));
                    case AVAILABLE -> setGraphic(null);
                }
            }
        }
    }
}
