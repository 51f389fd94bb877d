package dev.howdah.ui.users;

import atlantafx.base.controls.CustomTextField;
import dev.howdah.core.Texts;
import dev.howdah.pg.roles.RolesSnapshot.Kind;
import dev.howdah.pg.roles.RolesSnapshot.Membership;
import dev.howdah.ui.Names;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.SteadyRows;
import dev.howdah.ui.table.TableMenu;
import dev.howdah.ui.users.list.ExpiryCell;
import dev.howdah.ui.users.list.HashCell;
import dev.howdah.ui.users.list.RoleCell;
import dev.howdah.ui.users.list.RoleColumns;
import dev.howdah.ui.users.list.RoleFilter;
import dev.howdah.ui.users.list.RoleLine;
import dev.howdah.ui.users.list.RoleLine.Entry;
import dev.howdah.ui.users.list.RoleLine.Heading;
import dev.howdah.ui.users.list.RoleNameCell;
import dev.howdah.ui.users.list.RoleTableMenu;
import dev.howdah.ui.users.list.UsersViewModel;
import dev.howdah.ui.users.role.RoleWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;

/** The roles of a server and, beside them, the one that is looked at. */
public final class UsersController {
    private static final Texts TEXTS = Texts.of(UsersController.class);
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    /** Below this width the side panel says what the last three columns would. */
    private static final double ROOM_FOR_ALL = 640;

    /** Below this width the table shows only names and sessions. */
    private static final double ROOM_FOR_EXPIRY = 330;

    private final UsersViewModel model;
    private final RolePages pages;
    private final RoleDetailController detail;
    private final Workbench workbench;
    private final Runnable retry;
    private final Runnable showSql;
    private final ZoneId zone;

    @FXML private ReadingPane pane;
    @FXML private CustomTextField search;
    @FXML private ToggleButton connected;
    @FXML private ToggleButton expiring;
    @FXML private ToggleButton powerful;
    @FXML private ToggleButton weak;
    @FXML private ToggleButton unused;
    @FXML private Button compare;
    @FXML private Label summary;
    @FXML private SplitPane split;
    @FXML private TableView<LiveRow<RoleLine>> roles;
    @FXML private TableColumn<LiveRow<RoleLine>, RoleLine> name;
    @FXML private TableColumn<LiveRow<RoleLine>, RoleLine> sessions;
    @FXML private TableColumn<LiveRow<RoleLine>, RoleLine> expires;
    @FXML private TableColumn<LiveRow<RoleLine>, RoleLine> hash;
    @FXML private TableColumn<LiveRow<RoleLine>, RoleLine> rights;
    @FXML private TableColumn<LiveRow<RoleLine>, RoleLine> memberOf;

    /**
     * @param retry asks the server again
     * @param showSql shows the statement behind the panel, and the request if there is one
     */
    UsersController(
            UsersViewModel model,
            RolePages pages,
            RoleDetailController detail,
            Workbench workbench,
            ZoneId zone,
            Runnable retry,
            Runnable showSql) {
        this.model = model;
        this.pages = pages;
        this.detail = detail;
        this.workbench = workbench;
        this.zone = zone;
        this.retry = retry;
        this.showSql = showSql;
    }

    @FXML
    private void initialize() {
        pane.stateProperty().bind(model.state());
        pane.setOnRetry(retry);
        if (model.hosted().get().isTold()) {
            pane.setOnShowSqlAndRequest(showSql);
        } else {
            pane.setOnShowSql(showSql);
        }
        RoleFilter wanted = model.list().search();
        search.textProperty().bindBidirectional(wanted.text());
        connected.selectedProperty().bindBidirectional(wanted.connected());
        expiring.selectedProperty().bindBidirectional(wanted.expiring());
        powerful.selectedProperty().bindBidirectional(wanted.powerful());
        weak.selectedProperty().bindBidirectional(wanted.weak());
        unused.selectedProperty().bindBidirectional(wanted.unused());
        summary.textProperty().bind(model.summary());
        detail.onGoToRole(this::goToRole);
        columns();
        table();
        PageDivider.tie(split, pages);
    }

    private void columns() {
        column(name, RoleLine.by(entry -> entry.role().name()), _ -> new RoleNameCell());
        column(
                sessions,
                RoleLine.by(entry -> entry.role().sessions()),
                _ -> new RoleCell(Pos.CENTER_RIGHT, UsersController::sessions));
        column(
                expires,
                RoleLine.by(entry -> entry.role().expiry().orElse(Instant.MAX)),
                _ -> new ExpiryCell(zone));
        column(hash, RoleLine.by(entry -> entry.role().hash()), _ -> new HashCell());
        column(
                rights,
                RoleLine.by(entry -> RoleWords.rights(entry.role().attributes())),
                _ ->
                        new RoleCell(
                                Pos.CENTER_LEFT,
                                entry -> RoleWords.rights(entry.role().attributes())));
        column(
                memberOf,
                RoleLine.by(UsersController::groups),
                _ -> new RoleCell(Pos.CENTER_LEFT, UsersController::groups));
        rights.visibleProperty().bind(roles.widthProperty().greaterThan(ROOM_FOR_ALL));
        hash.visibleProperty().bind(rights.visibleProperty());
        memberOf.visibleProperty().bind(rights.visibleProperty());
        expires.visibleProperty().bind(roles.widthProperty().greaterThan(ROOM_FOR_EXPIRY));
    }

    private static void column(
            TableColumn<LiveRow<RoleLine>, RoleLine> column,
            Comparator<RoleLine> order,
            Callback<
                            TableColumn<LiveRow<RoleLine>, RoleLine>,
                            TableCell<LiveRow<RoleLine>, RoleLine>>
                    cells) {
        column.setCellValueFactory(cell -> cell.getValue().valueProperty());
        column.setComparator(order);
        column.setCellFactory(cells);
    }

    private static String sessions(Entry entry) {
        int limit = entry.role().connectionLimit();
        return limit < 0
                ? entry.role().sessions() == 0 ? "" : Integer.toString(entry.role().sessions())
                : TEXTS.text("users.sessions.of", entry.role().sessions(), limit);
    }

    private static String groups(Entry entry) {
        return entry.role().memberOf().stream()
                .map(Membership::group)
                .map(Names::visible)
                .collect(Collectors.joining(", "));
    }

    private void table() {
        roles.setItems(new SteadyRows<>(model.list().lines()));
        roles.setSortPolicy(_ -> true);
        model.list().order().bind(roles.comparatorProperty());
        roles.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        roles.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        roles.getSelectionModel().selectedItemProperty().subscribe(model::look);
        roles.setRowFactory(_ -> row());
        roles.addEventFilter(KeyEvent.KEY_PRESSED, this::openOrClose);
        TableMenu.on(
                roles,
                TEXTS.text("users.export"),
                RoleColumns.ALL,
                line -> line.get() instanceof Entry entry ? entry.role() : null,
                workbench);
        new RoleTableMenu(roles, workbench).into(roles.getContextMenu(), compare, detail::changes);
        model.detail()
                .subscribe((before, now) -> {
                    if (now != null && (before == null || before.oid() != now.oid())) {
                        selectLookedAt();
                    }
                });
        selectLookedAt();
    }

    private TableRow<LiveRow<RoleLine>> row() {
        TableRow<LiveRow<RoleLine>> row =
                new TableRow<>() {
                    @Override
                    protected void updateItem(@Nullable LiveRow<RoleLine> line, boolean empty) {
                        super.updateItem(line, empty);
                        pseudoClassStateChanged(
                                HEADING, line != null && line.get() instanceof Heading);
                    }
                };
        row.setOnMouseClicked(_ -> {
            if (row.getItem() != null && row.getItem().get() instanceof Heading heading) {
                model.list().toggle(heading.kind());
            }
        });
        return row;
    }

    private void openOrClose(KeyEvent event) {
        LiveRow<RoleLine> line = roles.getSelectionModel().getSelectedItem();
        if (line == null || !(line.get() instanceof Heading(Kind kind, int _, boolean open))) {
            return;
        }
        boolean toggles =
                switch (event.getCode()) {
                    case ENTER, SPACE -> true;
                    case RIGHT -> !open;
                    case LEFT -> open;
                    default -> false;
                };
        if (toggles) {
            model.list().toggle(kind);
            event.consume();
        }
    }

    /** The table shows the same role as the side panel, which begins with our own. */
    private void selectLookedAt() {
        model.lookedAt()
                .filter(row -> !row.equals(roles.getSelectionModel().getSelectedItem()))
                .ifPresent(row ->
                        roles.getSelectionModel()
                                .clearAndSelect(model.list().lines().indexOf(row)));
    }

    private void goToRole(long oid) {
        model.list()
                .reveal(oid)
                .ifPresent(row -> {
                    roles.getSelectionModel().clearAndSelect(model.list().lines().indexOf(row));
                    roles.scrollTo(row);
                });
    }
}
