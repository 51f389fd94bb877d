package dev.howdah.ui;

import javafx.scene.Parent;

/**
 * One tab of one open server. The window builds its view when it is first shown and tells it when
 * it comes and goes, because nothing that is hidden is read.
 */
public interface ServerTab {

    /** The content. Called once, on the JavaFX thread, when the tab is first shown. */
    Parent view();

    /** The tab has come onto the screen. */
    void shown();

    /** The tab has left the screen. */
    void hidden();

    /**
     * Brings a panel of this tab to the front. Called after {@link #view()} and {@link #shown()}.
     *
     * @param filter a text for the panel's filter; empty leaves it as it is
     */
    default void select(Place place, String filter) {}

    /** The server is closed; the tab will not be shown again. */
    void close();
}
