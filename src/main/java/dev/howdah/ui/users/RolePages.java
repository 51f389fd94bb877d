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
        ROLE(0.55),
        ACCESS(0.34),
        PROOF(0.5);

        private final double tableShare;

        Page(double tableShare) {
            this.tableShare = tableShare;
        }
    }

    /** What a page reads, while it is on the screen. */
    interface Reads {
        void shown();

        void hidden();
    }

    private final ReadOnlyObjectWrapper<Page> front = new ReadOnlyObjectWrapper<>(Page.ROLE);
    private final Map<Page, Reads> reads = new EnumMap<>(Page.class);
    private final Map<Page, Double> chosenShares = new EnumMap<>(Page.class);
    private boolean onScreen;

    void reads(Page page, Reads of) {
        reads.put(page, of);
    }

    ReadOnlyObjectProperty<Page> front() {
        return front.getReadOnlyProperty();
    }

    /** How much of the width the table beside this page takes, from 0 to 1. */
    double tableShare(Page page) {
        return chosenShares.getOrDefault(page, page.tableShare);
    }

    /** The person gave the table this share, from 0 to 1, beside the page in front. */
    void keepTableShare(double share) {
        chosenShares.put(front.get(), share);
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
