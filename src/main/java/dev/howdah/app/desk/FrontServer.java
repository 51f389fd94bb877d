package dev.howdah.app.desk;

import dev.howdah.app.window.MainWindowController;
import dev.howdah.app.window.OpenServer;
import java.util.Optional;
import java.util.function.Consumer;

/** The server in front, if there is one: the only one that reads. JavaFX thread. */
final class FrontServer {
    private Optional<OpenServer> front = Optional.empty();
    private Consumer<Optional<OpenServer>> listener = _ -> {};

    /** Who is told from now on which server is in front. */
    void listen(Consumer<Optional<OpenServer>> told) {
        listener = told;
    }

    Optional<OpenServer> now() {
        return front;
    }

    /** Shows a server, unless it is in front already. */
    void bring(OpenServer server, MainWindowController window) {
        if (front.filter(server::equals).isEmpty()) {
            leave();
            front = Optional.of(server);
            window.show(server);
            server.pane().shown();
            listener.accept(front);
        }
    }

    /** It stays open, and reads nothing. */
    void leave() {
        front.ifPresent(server -> server.pane().hidden());
        front = Optional.empty();
        listener.accept(front);
    }

    /**
     * A server was closed.
     *
     * @return whether it was in front, where nothing is now
     */
    boolean gone(OpenServer server) {
        boolean wasInFront = front.filter(server::equals).isPresent();
        if (wasInFront) {
            front = Optional.empty();
            listener.accept(front);
        }
        return wasInFront;
    }
}
