package dev.howdah.ui.users;

import dev.howdah.core.Texts;
import dev.howdah.pg.roles.RolesSnapshot.Setting;
import dev.howdah.ui.FactGrid;
import dev.howdah.ui.Names;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.table.TableExport;
import dev.howdah.ui.table.TableMenu;
import dev.howdah.ui.users.list.UsersViewModel;
import dev.howdah.ui.users.role.LinkCell;
import dev.howdah.ui.users.role.LinkItem;
import dev.howdah.ui.users.role.Memberships.Link;
import dev.howdah.ui.users.role.RoleDetail;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The side panel of the role that is looked at. */
public final class RoleDetailController {
    private static final Texts TEXTS = Texts.of(RoleDetailController.class);
    private static final double ROW = 28;

    /** Of a table: its head and its borders. */
    private static final double HEADER = 38;

    private static final int MOST_ROWS = 8;

    private final UsersViewModel model;
    private final RoleActsController acts;
    private final Workbench workbench;
    private LongConsumer goToRole = _ -> {};

    @FXML private Label none;
    @FXML private VBox all;
    @FXML private Label name;
    @FXML private Label kind;
    @FXML private Label sentence;
    @FXML private NoticeBox notices;
    @FXML private FlowPane abilities;
    @FXML private FactGrid facts;
    @FXML private Label groupsTitle;
    @FXML private TreeView<Link> groups;
    @FXML private Label membersTitle;
    @FXML private TreeView<Link> members;
    @FXML private VBox settingsBox;
    @FXML private TableView<Setting> settings;
    @FXML private TableColumn<Setting, String> parameter;
    @FXML private TableColumn<Setting, String> value;
    @FXML private TableColumn<Setting, String> database;

    RoleDetailController(UsersViewModel model, RoleActsController acts, Workbench workbench) {
        this.model = model;
        this.acts = acts;
        this.workbench = workbench;
    }

    /** The entries with which the role that is looked at is changed; empty without one. */
    List<MenuItem> changes() {
        return acts.items();
    }

    /** What happens when the person opens a role in a tree. */
    void onGoToRole(LongConsumer action) {
        goToRole = action;
    }

    @FXML
    private void initialize() {
        groups.accessibleTextProperty().bind(groupsTitle.textProperty());
        members.accessibleTextProperty().bind(membersTitle.textProperty());
        for (TreeView<Link> tree : List.of(groups, members)) {
            tree.setCellFactory(_ -> new LinkCell());
            tree.expandedItemCountProperty().subscribe(_ -> fit(tree));
            tree.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2) {
                    goTo(tree);
                }
            });
            tree.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER) {
                    goTo(tree);
                }
            });
        }
        List<TableExport.Column<Setting>> columns =
                List.of(
                        new TableExport.Column<>("parameter", parameter.getText(), Setting::name),
                        new TableExport.Column<>("value", value.getText(), Setting::value),
                        new TableExport.Column<>(
                                "database", database.getText(), Setting::database));
        settings.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        show(parameter, Setting::name);
        show(value, Setting::value);
        show(database, RoleDetailController::databaseOf);
        TableMenu.on(settings, TEXTS.text("detail.settings.export"), columns, s -> s, workbench);
        show(null, model.detail().get());
        model.detail().subscribe(this::show);
    }

    private static void show(TableColumn<Setting, String> column, Function<Setting, String> text) {
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    }

    private static String databaseOf(Setting setting) {
        return setting.database().isEmpty()
                ? TEXTS.text("detail.everyDatabase")
                : Names.visible(setting.database());
    }

    private void show(@Nullable RoleDetail before, @Nullable RoleDetail now) {
        none.setVisible(now == null);
        none.setText(TEXTS.text(before == null ? "detail.none" : "detail.gone"));
        all.setVisible(now != null);
        if (now == null) {
            return;
        }
        name.setText(Names.visible(now.name()));
        kind.setText(now.kind());
        sentence.setText(now.sentence());
        notices.show(now.notices());
        abilities.getChildren().setAll(now.abilities().stream().map(this::ability).toList());
        facts.show(now.facts());
        groupsTitle.setText(now.memberOf());
        membersTitle.setText(now.members());
        show(groups, groupsTitle, now.oid(), now.memberships()::groupsOf);
        show(members, membersTitle, now.oid(), now.memberships()::membersOf);
        settings.getItems().setAll(now.settings());
        shown(settingsBox, !now.settings().isEmpty());
        settings.setPrefHeight(HEADER + Math.min(MOST_ROWS, now.settings().size()) * ROW);
        settings.setMinHeight(Region.USE_PREF_SIZE);
    }

    private Label ability(RoleDetail.Ability ability) {
        FontIcon icon = new FontIcon(ability.has() ? "fth-check" : "fth-minus");
        icon.getStyleClass().add(ability.has() ? "success" : "muted");
        Label label = new Label(ability.name(), icon);
        label.getStyleClass().add(ability.has() ? "ability" : "ability-lacking");
        return label;
    }

    private static void show(
            TreeView<Link> tree, Label title, long oid, LongFunction<List<Link>> below) {
        LinkItem root = new LinkItem(new Link(oid, "", false, true, true), below);
        tree.setRoot(root);
        root.setExpanded(true);
        shown(tree, !root.isLeaf());
        title.getStyleClass().setAll("label", root.isLeaf() ? "text-muted" : "section-title");
        fit(tree);
    }

    private static void shown(Region node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    private static void fit(TreeView<Link> tree) {
        double rows = Math.clamp(tree.getExpandedItemCount(), 1, MOST_ROWS);
        tree.setPrefHeight(rows * ROW + 4);
        tree.setMinHeight(Region.USE_PREF_SIZE);
    }

    private void goTo(TreeView<Link> tree) {
        var item = tree.getSelectionModel().getSelectedItem();
        if (item != null) {
            goToRole.accept(item.getValue().oid());
        }
    }

    @FXML
    private void copyName() {
        RoleDetail now = model.detail().get();
        if (now != null) {
            workbench.copy(TEXTS.text("detail.name"), now.name());
        }
    }
}
