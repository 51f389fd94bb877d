package dev.howdah.ui.users;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Which page about a role is in front, and what is read for it: nothing is asked of the server for
 * a page that nobody sees.
 */
final class RolePages {
    /** The pages, in their order. */
    enum Page {
        ROLE,
        ACCESS
    }

    /** What a page reads, while it is on the screen. */
    interface Reads {
        void shown();

        void hidden();
    }

    private final ReadOnlyObjectWrapper<Page> front = new ReadOnlyObjectWrapper<>(Page.ROLE);
    private final Map<Page, Reads> reads = new EnumMap<>(Page.class);
    private boolean onScreen;

    void reads(Page page, Reads of) {
        reads.put(page, of);
    }

    ReadOnlyObjectProperty<Page> front() {
        return front.getReadOnlyProperty();
    }

    void show(Page page) {
        if (page == front.get()) {
            return;
        }
        tell(false);
        front.set(page);
        tell(onScreen);
    }

    void shown() {
        onScreen = true;
        tell(true);
    }

    void hidden() {
        onScreen = false;
        tell(false);
    }

    private void tell(boolean shown) {
        Reads of = reads.get(front.get());
        if (of == null) {
            return;
        }
        if (shown) {
            of.shown();
        } else {
            of.hidden();
        }
    }
}
