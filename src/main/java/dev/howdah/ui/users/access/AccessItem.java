package dev.howdah.ui.users.access;

import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/**
 * A line of the access table that makes the lines under it when they are asked for, and remembers
 * by its id whether it is open.
 */
final class AccessItem extends TreeItem<AccessLine> {
    private final Set<String> open;
    private boolean asked;

    AccessItem(AccessLine line, Set<String> open) {
        super(line);
        this.open = open;
        setExpanded(open.contains(line.id()));
        expandedProperty().subscribe(this::remember);
    }

    private void remember(boolean expanded) {
        if (expanded) {
            open.add(getValue().id());
        } else {
            open.remove(getValue().id());
        }
    }

    @Override
    public boolean isLeaf() {
        return switch (getValue().subject()) {
            case AccessLine.Objects _ -> false;
            case AccessLine.Later _ -> true;
            case AccessLine.One _ -> getChildren().isEmpty();
        };
    }

    @Override
    public ObservableList<TreeItem<AccessLine>> getChildren() {
        ObservableList<TreeItem<AccessLine>> children = super.getChildren();
        if (!asked) {
            asked = true;
            getValue().below().get().forEach(line -> children.add(new AccessItem(line, open)));
        }
        return children;
    }
}
