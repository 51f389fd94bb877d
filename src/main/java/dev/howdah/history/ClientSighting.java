package dev.howdah.history;

import java.time.Instant;

/**
 * An address from which sessions of a server came.
 *
 * @param address as the server sees it
 * @param application as the client called itself last; may be empty
 * @param at when it was seen last, to the hour
 */
public record ClientSighting(String address, String application, Instant at) {

    /** The later of both; a client that calls itself nothing takes no name away. */
    ClientSighting later(ClientSighting other) {
        if (other.at.isBefore(at)) {
            return other.later(this);
        }
        return other.application.isEmpty()
                ? new ClientSighting(address, application, other.at)
                : other;
    }
}
