package dev.howdah.pg;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a server is and as whom we log in; everything but the password.
 *
 * @param port 1 to 65535
 * @param caFile certificate authorities in PEM; empty means those that Java trusts
 */
public record PgTarget(
        String host, int port, String database, String user, TlsMode tls, Optional<Path> caFile) {

    public static final int DEFAULT_PORT = 5432;

    public static PgTarget of(String host, int port, String database, String user, TlsMode tls) {
        return new PgTarget(host, port, database, user, tls, Optional.empty());
    }
}
