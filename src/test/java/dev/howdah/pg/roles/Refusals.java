package dev.howdah.pg.roles;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;

/** What is said when a change can't be made. */
public final class Refusals {
    private Refusals() {}

    /** Something that a change is asked for. */
    @FunctionalInterface
    public interface Asked {
        Change change() throws ProblemException;
    }

    public static String sentence(Asked asked) {
        return problem(asked).sentence();
    }

    public static String kindAndSentence(Asked asked) {
        Problem problem = problem(asked);
        return problem.kind() + " " + problem.sentence();
    }

    private static Problem problem(Asked asked) {
        return assertThrows(ProblemException.class, asked::change).problem();
    }
}
