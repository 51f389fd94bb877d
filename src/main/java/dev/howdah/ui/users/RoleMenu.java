package dev.howdah.ui.users;

import dev.howdah.ui.users.hosted.HostedActs;
import dev.howdah.ui.users.list.RoleActs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The entries with which a role is changed. One that can't work says why below its name; a reason
 * that many share is told once, over all of them.
 */
final class RoleMenu {
    private static final int MANY = 3;

    private RoleMenu() {}

    static List<MenuItem> items(RoleActs acts, Consumer<RoleActs.Act> chosen) {
        Set<String> shared = shared(acts.items().stream().map(RoleActs.Item::obstacle).toList());
        List<MenuItem> items = new ArrayList<>();
        shared.forEach(reason -> items.add(locked(reason)));
        for (RoleActs.Item item : acts.items()) {
            if (item.act() == RoleActs.Act.DROP) {
                items.add(new SeparatorMenuItem());
            }
            items.add(
                    entry(
                            item.title(),
                            item.obstacle(),
                            !shared.contains(item.obstacle()),
                            () -> chosen.accept(item.act())));
        }
        return items;
    }

    private static Set<String> shared(List<String> obstacles) {
        Map<String, Long> count =
                obstacles.stream()
                        .filter(each -> !each.isEmpty())
                        .collect(
                                Collectors.groupingBy(
                                        each -> each, LinkedHashMap::new, Collectors.counting()));
        count.values().removeIf(each -> each < MANY);
        return count.keySet();
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
                saysWhy && !obstacle.isEmpty()
                        ? item(new Label(title), reason(obstacle))
                        : item(new Label(title));
        entry.setDisable(!obstacle.isEmpty());
        entry.setOnAction(_ -> chosen.run());
        return entry;
    }

    private static MenuItem locked(String reason) {
        MenuItem item = item(reason(reason));
        item.setDisable(true);
        return item;
    }

    private static Label reason(String text) {
        Label label = new Label(text, new FontIcon("fth-lock"));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("caption", "menu-reason");
        return label;
    }

    /** All of an item is its graphic: texts of items stand in a column of their own. */
    private static MenuItem item(Label... lines) {
        VBox all = new VBox(lines);
        all.setAccessibleText(
                List.of(lines).stream().map(Label::getText).collect(Collectors.joining(". ")));
        return new MenuItem("", all);
    }
}
