package dev.howdah.core;

import java.util.List;

/** Answers questions: a server over SQL, or a provider over HTTP. */
public interface Source {

    /**
     * Asks all questions together, as cheaply as the source can. When asking together fails, each
     * is asked alone, so that one bad question costs the others nothing.
     *
     * @return one answer for each question, in the same order; never throws for a failure of the
     *     source
     */
    List<Answer<?>> ask(List<? extends Question<?>> questions);
}
