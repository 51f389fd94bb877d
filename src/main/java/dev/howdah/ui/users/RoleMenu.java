package dev.howdah.ui.users;

import dev.howdah.ui.users.hosted.HostedActs;
import dev.howdah.ui.users.list.RoleActs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The entries with which a role is changed; one that can't work says why below its name. */
final class RoleMenu {
    private RoleMenu() {}

    static List<MenuItem> items(RoleActs acts, Consumer<RoleActs.Act> chosen) {
        List<MenuItem> items = new ArrayList<>();
        acts.locked().ifPresent(reason -> items.add(locked(reason)));
        for (RoleActs.Item item : acts.items()) {
            if (item.act() == RoleActs.Act.DROP) {
                items.add(new SeparatorMenuItem());
            }
            items.add(
                    entry(
                            item.title(),
                            item.obstacle(),
                            acts.locked().isEmpty(),
                            () -> chosen.accept(item.act())));
        }
        return items;
    }

    /** What the provider's API does, to stand before what SQL does. */
    static List<MenuItem> items(HostedActs acts, Consumer<HostedActs.Act> chosen) {
        List<MenuItem> items = new ArrayList<>();
        acts.locked().ifPresent(reason -> items.add(locked(reason)));
        for (HostedActs.Item item : acts.items()) {
            items.add(entry(item.title(), item.obstacle(), true, () -> chosen.accept(item.act())));
        }
        items.add(new SeparatorMenuItem());
        return items;
    }

    /**
     * @param saysWhy whether an obstacle is told below the title
     */
    private static MenuItem entry(String title, String obstacle, boolean saysWhy, Runnable chosen) {
        MenuItem entry =
                saysWhy && !obstacle.isEmpty() ? explained(title, obstacle) : new MenuItem(title);
        entry.setMnemonicParsing(false);
        entry.setDisable(!obstacle.isEmpty());
        entry.setOnAction(_ -> chosen.run());
        return entry;
    }

    private static MenuItem locked(String reason) {
        MenuItem item = new MenuItem("", reason(reason));
        item.setDisable(true);
        return item;
    }

    private static Label reason(String text) {
        Label label = new Label(text, new FontIcon("fth-lock"));
        label.setWrapText(true);
        label.getStyleClass().addAll("caption", "menu-reason");
        return label;
    }

    private static MenuItem explained(String title, String obstacle) {
        return new MenuItem("", new VBox(new Label(title), reason(obstacle)));
    }
}
