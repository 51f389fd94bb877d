package dev.howdah.app.window;

import dev.howdah.ui.Place;
import dev.howdah.ui.operations.ServerOperations;
import java.util.Optional;

/** Tabs can send the person elsewhere before the pane that holds them exists. */
public final class AwaitedPane {
    private Optional<ServerPaneController> pane = Optional.empty();
    private Optional<ServerOperations> operations = Optional.empty();

    public void is(ServerPaneController itsPane, ServerOperations itsOperations) {
        pane = Optional.of(itsPane);
        operations = Optional.of(itsOperations);
    }

    public void lookAgain() {
        operations.ifPresent(ServerOperations::lookAgain);
    }

    public void goTo(Place place, String filter) {
        pane.ifPresent(there -> there.goTo(place, filter));
    }
}
