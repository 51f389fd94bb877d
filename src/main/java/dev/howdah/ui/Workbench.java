package dev.howdah.ui;

import dev.howdah.core.Problem;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Parent;

/** What the window does for every tab, so that tabs need not know the window or each other. */
public interface Workbench {

    /** Runs on the JavaFX thread, later. */
    Executor uiThread();

    /** For work that blocks; never the JavaFX thread. Each task gets a virtual thread. */
    Executor background();

    Clock clock();

    /** Sends the person to another place of the same server. */
    void goTo(Place place);

    /**
     * Sends the person there with a text for the place's filter, like a schema's or an
     * application's name.
     */
    void goTo(Place place, String filter);

    /**
     * Shows the change, runs it after consent off the JavaFX thread, journals it and shows the
     * outcome. {@code afterwards} is called on the JavaFX thread when it ran, not when the person
     * declined.
     */
    void confirm(Change change, Consumer<ChangeOutcome> afterwards);

    /**
     * Shows a form over the window, and under whatever it opens in turn: a change that is confirmed
     * or declined gives way to the form again.
     *
     * @param form makes the view; what it is given takes the form off the screen
     */
    default void open(Function<Runnable, Parent> form) {
        open(form, () -> {});
    }

    /**
     * As above.
     *
     * @param closed called once when the form has left the screen for good, however that was: not
     *     when something else covers it
     */
    void open(Function<Runnable, Parent> form, Runnable closed);

    /** Shows the exact statement a panel sends, with a way to copy it. */
    void showSql(String panel, String sql);

    /**
     * Shows the exact requests that a panel sends to a provider, with its statements if it has any,
     * and a way to copy them.
     */
    void showRequests(String panel, String requests);

    /** Puts a text on the clipboard and says so in the status line. */
    void copy(String what, String text);

    /**
     * Puts a secret on the clipboard, says so, and takes it back after ten seconds unless something
     * else was copied since.
     */
    void copySecret(String what, Secret secret);

    /**
     * Asks the person for a folder, which is what {@code then} gets; nothing happens when none is
     * chosen. JavaFX thread.
     */
    void chooseFolder(String question, Consumer<Path> then);

    /**
     * Lists what this desktop works on for a server among what is under way, where it can be
     * cancelled too; what has ended leaves the list. JavaFX thread.
     *
     * @param now as it stands; one that is known already by its id is shown anew
     * @param cancel gives it up; returns before it has ended
     */
    void working(ChangeTarget where, Operation now, Runnable cancel);

    /** Says a short fact in the status line, a full sentence. JavaFX thread. */
    void say(String sentence);

    /** Says what happened and what to do about it in the status line. JavaFX thread. */
    default void say(Problem problem) {
        say(problem.whole());
    }
}
