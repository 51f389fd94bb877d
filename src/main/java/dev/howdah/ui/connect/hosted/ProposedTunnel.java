package dev.howdah.ui.connect.hosted;

import dev.howdah.core.Texts;
import dev.howdah.provider.service.ServiceConnection;
import dev.howdah.provider.service.ServiceConnection.Endpoint;
import dev.howdah.provider.service.ServiceConnection.Reachable;
import java.util.List;
import java.util.Optional;

/**
 * An SSH tunnel to a service that can't be reached from here. The person opens it in a terminal,
 * where SSH asks for keys and passphrases; the console connects to its near end.
 *
 * @param command opens it
 * @param nearEnd how to connect once it is open
 */
public record ProposedTunnel(String command, ServiceConnection nearEnd) {
    static final String NEAR_HOST = "127.0.0.1";

    /** Unlikely to be taken, and easy to tell from a server's own. */
    static final int NEAR_PORT = 15_432;

    private static final Texts TEXTS = Texts.of(ProposedTunnel.class);

    /** Empty when the service can be reached as it is, or the provider names no host for it. */
    static Optional<ProposedTunnel> to(ServiceConnection connection) {
        Endpoint usual = connection.endpoints().getFirst();
        return connection
                .tunnel()
                .filter(_ -> usual.reachable() != Reachable.PUBLIC)
                .map(host ->
                        new ProposedTunnel(
                                TEXTS.text(
                                        "hosted.tunnel",
                                        usual.host(),
                                        Integer.toString(usual.port()),
                                        host.user(),
                                        host.host(),
                                        Integer.toString(host.port()),
                                        Integer.toString(NEAR_PORT)),
                                through(connection, usual)));
    }

    private static ServiceConnection through(ServiceConnection connection, Endpoint usual) {
        return new ServiceConnection(
                connection.database(),
                connection.user(),
                connection.password(),
                List.of(
                        new Endpoint(
                                NEAR_HOST,
                                NEAR_PORT,
                                usual.tls(),
                                usual.readOnly(),
                                usual.reachable(),
                                usual.label())),
                connection.tunnel(),
                connection.idleLimit());
    }
}
