package dev.howdah.ui.backups.asking;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.ui.Workbench;
import java.util.function.Consumer;

/** Has changes described off the JavaFX thread: that may ask a provider or read a file. */
public record ChangeAsker(Workbench workbench) {

    /** Describes a change, and may block for that. */
    @FunctionalInterface
    public interface Describe {
        Change change() throws ProblemException;
    }

    /**
     * Shows the change for consent; what is refused is said.
     *
     * @param afterwards called on the JavaFX thread when the change ran
     */
    public void ask(Describe describe, Runnable afterwards) {
        describe(
                describe,
                change -> workbench.confirm(change, _ -> afterwards.run()),
                workbench::say);
    }

    /** Either is called on the JavaFX thread. */
    public void describe(Describe describe, Consumer<Change> described, Consumer<Problem> refused) {
        workbench
                .background()
                .execute(() -> {
                    try {
                        Change change = describe.change();
                        workbench.uiThread().execute(() -> described.accept(change));
                    } catch (ProblemException e) {
                        workbench.uiThread().execute(() -> refused.accept(e.problem()));
                    }
                });
    }
}
