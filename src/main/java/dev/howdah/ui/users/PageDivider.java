package dev.howdah.ui.users;

import dev.howdah.ui.users.RolePages.Page;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/**
 * Gives each page about a role the room it needs beside the table, until the person moves the
 * divider: then the page keeps that place.
 */
final class PageDivider {
    private final SplitPane split;
    private final RolePages pages;

    private PageDivider(SplitPane split, RolePages pages) {
        this.split = split;
        this.pages = pages;
    }

    static void tie(SplitPane split, RolePages pages) {
        PageDivider divider = new PageDivider(split, pages);
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, divider::released);
        pages.front().subscribe(divider::make);
    }

    private void make(Page front) {
        split.setDividerPosition(0, pages.tableShare(front));
    }

    /** Windows that change their size move dividers, too; only the person's hand counts. */
    private void released(MouseEvent event) {
        if (isDivider((Node) event.getTarget())) {
            pages.keepTableShare(split.getDividerPositions()[0]);
        }
    }

    private boolean isDivider(Node target) {
        for (Node node = target; node != null && node != split; node = node.getParent()) {
            if (node.getStyleClass().contains("split-pane-divider")) {
                return node.getParent() == split;
            }
        }
        return false;
    }
}
