package dev.howdah.ui.settings.allowlist.switches;

import dev.howdah.provider.service.Switch;
import java.util.Optional;

/**
 * A switch of a service, and what turning it would bring about.
 *
 * @param exists whether it can be turned here at all; else its position says nothing
 * @param consequences of turning it, each a full sentence
 * @param whyNot why it can't be turned; empty when it can
 */
public record SwitchLine(
        Switch what,
        boolean exists,
        Switch.Position position,
        String consequences,
        Optional<String> whyNot) {

    /** Whether turning it turns it on. */
    boolean turnsOn() {
        return position == Switch.Position.OFF || position == Switch.Position.FAILED;
    }
}
