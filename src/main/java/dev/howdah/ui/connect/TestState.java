package dev.howdah.ui.connect;

import dev.howdah.core.Problem;
import dev.howdah.ui.Notice;
import java.util.List;

/** How far the test of a connection is. */
sealed interface TestState {
    /** Not asked for, stopped, or outdated because a field was changed. */
    record NotRun() implements TestState {}

    /** Under way. */
    record Running() implements TestState {}

    /**
     * The server let us in.
     *
     * @param found what was seen there, best read from top to bottom
     */
    record Reached(List<Notice> found) implements TestState {
        public Reached {
            found = List.copyOf(found);
        }
    }

    /** The server can't be reached, or does not let us in. */
    record Failed(Problem problem) implements TestState {}
}
