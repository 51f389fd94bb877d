package dev.howdah.ui.users.places;

import dev.howdah.core.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;

/** Keeps a tree of databases and schemas in step with what is known about them. */
public final class PlaceTree {
    private static final Texts TEXTS = Texts.of(PlaceTree.class);

    private final TreeView<PlaceLine> tree;
    private final NewUserPlaces places;
    private final TreeItem<PlaceLine> root = new TreeItem<>();
    private final Map<String, TreeItem<PlaceLine>> items = new HashMap<>();

    public PlaceTree(TreeView<PlaceLine> tree, NewUserPlaces places) {
        this.tree = tree;
        this.places = places;
        tree.setRoot(root);
        tree.setShowRoot(false);
        tree.setCellFactory(_ -> new PlaceCell(places));
        places.version().subscribe(_ -> show());
    }

    private void show() {
        List<TreeItem<PlaceLine>> lines = new ArrayList<>();
        for (DatabaseChoice choice : places.databases()) {
            TreeItem<PlaceLine> item = items.computeIfAbsent(choice.name(), _ -> item(choice));
            fill(item, choice);
            lines.add(item);
        }
        if (!root.getChildren().equals(lines)) {
            root.getChildren().setAll(lines);
        }
        tree.refresh();
    }

    private TreeItem<PlaceLine> item(DatabaseChoice choice) {
        TreeItem<PlaceLine> item = new TreeItem<>(new PlaceLine.Database(choice));
        item.expandedProperty()
                .subscribe(expanded -> {
                    if (expanded) {
                        places.readSchemas(choice);
                    }
                });
        return item;
    }

    private static void fill(TreeItem<PlaceLine> item, DatabaseChoice choice) {
        List<PlaceLine> below = below(choice);
        if (item.getChildren().stream().map(TreeItem::getValue).toList().equals(below)) {
            return;
        }
        List<TreeItem<PlaceLine>> children = new ArrayList<>();
        below.forEach(line -> children.add(new TreeItem<>(line)));
        item.getChildren().setAll(children);
    }

    private static List<PlaceLine> below(DatabaseChoice choice) {
        if (!choice.isReachable()) {
            return List.of();
        }
        if (choice.schemas().isPresent()) {
            List<PlaceLine> schemas = new ArrayList<>();
            choice.schemas().get().forEach(name -> schemas.add(new PlaceLine.Schema(choice, name)));
            return schemas.isEmpty()
                    ? List.of(new PlaceLine.Remark(TEXTS.text("places.noSchemas")))
                    : schemas;
        }
        String sentence =
                choice.trouble().isEmpty() ? TEXTS.text("places.reading") : choice.trouble();
        return List.of(new PlaceLine.Remark(sentence));
    }
}
