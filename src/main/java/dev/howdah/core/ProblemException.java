package dev.howdah.core;

import org.jspecify.annotations.Nullable;

/** Carries a {@link Problem} up to the place that shows it. */
public final class ProblemException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem, @Nullable Throwable cause) {
        super(problem.sentence(), cause);
        this.problem = problem;
    }

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    public Problem problem() {
        return problem;
    }
}
