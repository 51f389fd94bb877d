package dev.howdah.ui.users.role;

import dev.howdah.ui.users.role.Memberships.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/** A role in a tree of memberships; what is below it is looked up when it is opened. */
public final class LinkItem extends TreeItem<Link> {
    /** More roles under one are counted and not listed; the table can be searched for a group. */
    private static final int MOST = 500;

    private final LongFunction<List<Link>> below;
    private boolean built;

    public LinkItem(Link link, LongFunction<List<Link>> below) {
        super(link);
        this.below = below;
    }

    @Override
    public ObservableList<TreeItem<Link>> getChildren() {
        ObservableList<TreeItem<Link>> children = super.getChildren();
        if (!built) {
            built = true;
            children.setAll(itemsOf(below.apply(getValue().oid())));
        }
        return children;
    }

    private List<LinkItem> itemsOf(List<Link> links) {
        List<LinkItem> items = new ArrayList<>();
        for (Link link : links.subList(0, Math.min(MOST, links.size()))) {
            items.add(new LinkItem(link, below));
        }
        if (links.size() > MOST) {
            items.add(new LinkItem(Link.more(links.size() - MOST), below));
        }
        return items;
    }

    @Override
    public boolean isLeaf() {
        return below.apply(getValue().oid()).isEmpty();
    }
}
