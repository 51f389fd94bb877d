package dev.howdah.ui.panel;

import dev.howdah.ui.Place;
import javafx.scene.Parent;

/**
 * One panel of a tab that has several. It is made with the tab, so its constructor costs nothing;
 * its nodes are built when it is first shown, and it is told when it comes and goes, because
 * nothing that is hidden is read. All methods are called on the JavaFX thread.
 */
public interface TabPanel {

    /** Where it is, for those who send the person here. */
    Place place();

    /** Its name in the sub-navigation, one or two words. */
    String title();

    /** The content. Called once, when the panel is first shown. */
    Parent view();

    /** The panel has come onto the screen; {@link #view()} was called before. */
    void shown();

    /** The panel has left the screen. */
    void hidden();

    /**
     * Shows what matches this text, like an application's name. Called after {@link #view()}; a
     * panel without a filter ignores it.
     */
    default void filter(String text) {}

    /** The server is closed; may come without {@link #view()} ever having been called. */
    void close();
}
