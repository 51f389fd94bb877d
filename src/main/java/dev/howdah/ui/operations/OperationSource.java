package dev.howdah.ui.operations;

import java.util.List;
import java.util.UUID;

/** Who follows operations, and what can be done about one of them from here. UI thread only. */
sealed interface OperationSource permits ServerOperations, LocalWork {

    /** What the buttons of an operation can be for. */
    enum Act {
        LOOK_AGAIN,
        STOP_FOLLOWING,
        CANCEL
    }

    /** Those that have not ended, as they were last seen; in no order. */
    List<OperationLine> lines();

    /** What is offered for all of them. */
    List<Act> offered();

    /** Does it to one of those, or nothing when it is not offered. */
    void act(Act act, UUID operation);
}
