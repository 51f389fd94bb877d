package dev.howdah.provider.service;

import dev.howdah.core.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How to connect to a service, as the provider tells it.
 *
 * @param database its name on the server
 * @param user the provider's default user
 * @param password empty when the provider does not give it away
 * @param endpoints the usual one first, at least one
 * @param tunnel the SSH host through which an endpoint that is not public is reached; empty when
 *     none is needed or known
 * @param idleLimit connections idle for longer are cut on the way; empty when not known
 */
public record ServiceConnection(
        String database,
        String user,
        Optional<Secret> password,
        List<Endpoint> endpoints,
        Optional<TunnelHost> tunnel,
        Optional<Duration> idleLimit) {

    public ServiceConnection {
        endpoints = List.copyOf(endpoints);
    }

    /**
     * An address to connect to.
     *
     * @param port 1 to 65535
     * @param readOnly leads to a standby
     * @param reachable from the internet, as far as the provider tells
     */
    public record Endpoint(
            String host, int port, Tls tls, boolean readOnly, Reachable reachable, String label) {}

    /** What an endpoint does about TLS. */
    public enum Tls {
        NONE,
        /** Offered, and plain connections are taken too. */
        OFFERED,
        REQUIRED
    }

    /** From where an endpoint can be reached. */
    public enum Reachable {
        PUBLIC,
        /** From the addresses of the allowlist. */
        ALLOWLISTED,
        /** From inside the provider's network only, so through a tunnel. */
        PRIVATE,
        UNKNOWN
    }

    /** An SSH server in front of the database; its key has to be checked like any other. */
    public record TunnelHost(String host, int port, String user) {}
}
