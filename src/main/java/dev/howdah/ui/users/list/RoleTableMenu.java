package dev.howdah.ui.users.list;

import dev.howdah.core.Texts;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.users.list.RoleLine.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;

/** What can be done with selected roles: compare two, change one. */
public final class RoleTableMenu {
    private static final Texts TEXTS = Texts.of(RoleTableMenu.class);

    private final TableView<LiveRow<RoleLine>> roles;
    private final Workbench workbench;

    public RoleTableMenu(TableView<LiveRow<RoleLine>> roles, Workbench workbench) {
        this.roles = roles;
        this.workbench = workbench;
    }

    /**
     * Puts its entries over those that the menu has.
     *
     * @param changes the entries for the role that is looked at, when the menu opens
     */
    public void into(ContextMenu menu, Button compare, Supplier<List<MenuItem>> changes) {
        MenuItem comparing = new MenuItem(TEXTS.text("users.compare"));
        comparing.setOnAction(_ -> compare());
        compare.setOnAction(_ -> compare());
        Menu changing = new Menu(TEXTS.text("roleActs.change"));
        menu.getItems().addAll(0, List.of(changing, comparing, new SeparatorMenuItem()));
        menu.setOnShowing(_ -> {
            changing.getItems().setAll(changes.get());
            changing.setDisable(changing.getItems().isEmpty());
        });
        ListChangeListener<LiveRow<RoleLine>> allow =
                _ -> {
                    boolean two = selected().size() == 2;
                    compare.setDisable(!two);
                    comparing.setDisable(!two);
                };
        roles.getSelectionModel().getSelectedItems().addListener(allow);
        compare.setDisable(true);
        comparing.setDisable(true);
    }

    private List<Role> selected() {
        List<Role> selected = new ArrayList<>();
        for (LiveRow<RoleLine> row : roles.getSelectionModel().getSelectedItems()) {
            if (row != null && row.get() instanceof Entry entry) {
                selected.add(entry.role());
            }
        }
        return selected;
    }

    private void compare() {
        List<Role> two = selected();
        if (two.size() == 2) {
            RoleComparison comparison = RoleComparison.of(two.getFirst(), two.getLast());
            workbench.open(close ->
                    FxmlViews.load(new RoleComparisonController(comparison, workbench, close)));
        }
    }
}
