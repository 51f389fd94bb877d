package dev.howdah.provider.trial.guard;

import dev.howdah.core.ProblemException;

/** Logs in to the server from this desktop over a new connection, as any client would. */
@FunctionalInterface
public interface FreshLogin {

    /** Returns when the login has worked and is over; blocks for half a minute at the most. */
    void once() throws ProblemException;
}
