package dev.howdah.session;

import java.util.List;

/** The servers that are open in the window, for what is done on several of them. */
@FunctionalInterface
public interface OpenSessions {
    /** All of them at this moment, with the one that asks. JavaFX thread. */
    List<Session> now();
}
