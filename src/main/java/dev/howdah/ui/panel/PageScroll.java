package dev.howdah.ui.panel;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/**
 * A scroll pane whose bar comes and goes in the same layout in which its content outgrows it, also
 * where the content fills the pane and is as high as its words need at its width. An ordinary one
 * asks such a content for its height without a width, and where it learns of more, it has placed
 * its bars already: the end of the page stays cut.
 */
public final class PageScroll extends ScrollPane {
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        for (Node child : getChildren()) {
            if (child instanceof Parent part) {
                part.layout();
            }
        }
        Node page = getContent();
        if (isFitToHeight() && page != null) {
            double needed = page.minHeight(page.getLayoutBounds().getWidth());
            setVbarPolicy(
                    needed > getViewportBounds().getHeight()
                            ? ScrollBarPolicy.ALWAYS
                            : ScrollBarPolicy.AS_NEEDED);
        }
        super.layoutChildren();
    }
}
