package dev.howdah.ui.settings.asking;

import dev.howdah.core.Problem;
import dev.howdah.ui.panel.PanelState;

/** Tells what a provider does not offer from what could not be read. */
public final class NotOffered {
    private NotOffered() {}

    /** Whether the panel shows nothing but that its content is not offered. */
    public static boolean is(PanelState state) {
        return state.phase() == PanelState.Phase.UNAVAILABLE
                && state.problem()
                        .filter(problem -> problem.kind() == Problem.Kind.NOT_SUPPORTED)
                        .isPresent();
    }
}
