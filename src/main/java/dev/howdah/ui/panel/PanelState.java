package dev.howdah.ui.panel;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import java.time.Instant;
import java.util.Optional;

/**
 * Which of its five faces a panel shows.
 *
 * @param problem present when stale or unavailable
 * @param takenAt when the content was read; present when fresh, empty or stale
 */
public record PanelState(Phase phase, Optional<Problem> problem, Optional<Instant> takenAt) {

    /** The five faces. */
    public enum Phase {
        WAITING,
        FRESH,
        EMPTY,
        STALE,
        UNAVAILABLE
    }

    public static PanelState waiting() {
        return new PanelState(Phase.WAITING, Optional.empty(), Optional.empty());
    }

    /** Of content that is not read from anywhere, so that it has neither age nor troubles. */
    public static PanelState always() {
        return new PanelState(Phase.FRESH, Optional.empty(), Optional.empty());
    }

    /**
     * The face for a reading.
     *
     * @param nothingToShow whether the content, if there is any, has no rows
     */
    public static PanelState of(Reading<?> reading, boolean nothingToShow) {
        return switch (reading) {
            case Reading.Waiting<?> _ -> waiting();
            case Reading.Fresh<?> fresh ->
                    new PanelState(
                            nothingToShow ? Phase.EMPTY : Phase.FRESH,
                            Optional.empty(),
                            Optional.of(fresh.takenAt()));
            case Reading.Stale<?> stale ->
                    new PanelState(
                            Phase.STALE, Optional.of(stale.reason()), Optional.of(stale.takenAt()));
            case Reading.Unavailable<?> none ->
                    new PanelState(Phase.UNAVAILABLE, Optional.of(none.reason()), Optional.empty());
        };
    }
}
