package dev.howdah.ui.connect.test;

import dev.howdah.core.Problem;
import dev.howdah.ui.notice.Notice;
import java.util.List;

/** How far the test of a connection is. */
public sealed interface TestState {
    /** What was found so far, best read from top to bottom; empty when nothing was. */
    default List<Notice> found() {
        return List.of();
    }

    /** Not asked for, stopped, or outdated because a field was changed. */
    record NotRun() implements TestState {}

    /** Under way. */
    record Running(List<Notice> found) implements TestState {
        public Running {
            found = List.copyOf(found);
        }
    }

    /** The server let us in. */
    record Reached(List<Notice> found) implements TestState {
        public Reached {
            found = List.copyOf(found);
        }
    }

    /** The server can't be reached, or does not let us in; it was seen as far as it was found. */
    record Failed(List<Notice> found, Problem problem) implements TestState {
        public Failed {
            found = List.copyOf(found);
        }
    }
}
