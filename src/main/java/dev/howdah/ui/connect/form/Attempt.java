package dev.howdah.ui.connect.form;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import java.util.Optional;

/** Work that blocks and may fail, with what was typed still on the screen. */
@FunctionalInterface
public interface Attempt {
    void run() throws ProblemException;

    /** Blocks until the work is done; why it failed, empty when it did not. */
    default Optional<Problem> failure() {
        try {
            run();
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        } catch (RuntimeException e) {
            Texts texts = Texts.of(Attempt.class);
            return Optional.of(
                    new Problem(
                            Problem.Kind.FAILED,
                            texts.text("problem.defect"),
                            texts.text("problem.defect.do"),
                            e.toString()));
        }
    }
}
