package dev.howdah.ui.settings;

import dev.howdah.ui.Place;
import javafx.scene.Parent;

/**
 * One panel of the tab Advanced Settings. It is made with the tab, so its constructor costs
 * nothing; its nodes are built when it is first shown. All methods are called on the JavaFX thread.
 */
interface SettingsPanel {

    /** Where it is, for those who send the person here. */
    Place place();

    /** Its name in the sub-navigation, one or two words. */
    String title();

    /** The content. Called once, when the panel is first shown. */
    Parent view();

    /** The panel has come onto the screen. */
    void shown();

    /** The panel has left the screen. */
    void hidden();

    /** Shows what matches this text. */
    void filter(String text);

    /** The server is closed; may come without {@link #view()} ever having been called. */
    void close();
}
