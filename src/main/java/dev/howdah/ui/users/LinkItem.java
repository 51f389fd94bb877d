package dev.howdah.ui.users;

import dev.howdah.ui.users.Memberships.Link;
import java.util.List;
import java.util.function.LongFunction;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/** A role in a tree of memberships; what is below it is looked up when it is opened. */
final class LinkItem extends TreeItem<Link> {
    private final LongFunction<List<Link>> below;
    private boolean built;

    LinkItem(Link link, LongFunction<List<Link>> below) {
        super(link);
        this.below = below;
    }

    @Override
    public ObservableList<TreeItem<Link>> getChildren() {
        ObservableList<TreeItem<Link>> children = super.getChildren();
        if (!built) {
            built = true;
            for (Link link : below.apply(getValue().oid())) {
                children.add(new LinkItem(link, below));
            }
        }
        return children;
    }

    @Override
    public boolean isLeaf() {
        return below.apply(getValue().oid()).isEmpty();
    }
}
