package dev.howdah.pg;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a server is and as whom we log in; everything but the password.
 *
 * @param port 1 to 65535
 * @param caFile certificate authorities in PEM; empty means those that Java trusts
 */
public record PgTarget(
        String host, int port, String database, String user, TlsMode tls, Optional<Path> caFile) {

    public static final int DEFAULT_PORT = 5432;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]{1,253}");
    private static final Pattern IPV6 =
            Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:.]{2,45}(?:%[A-Za-z0-9._-]{1,20})?");

    /**
     * Whether this can be a host: a name or an address, IPv6 without brackets. Nothing else may
     * reach the driver, which puts the host into a URL as it is, in front of its parameters.
     */
    public static boolean isHost(String text) {
        return NAME.matcher(text).matches() || IPV6.matcher(text).matches();
    }

    public static boolean isPort(int port) {
        return port >= 1 && port <= 65_535;
    }

    public static PgTarget of(String host, int port, String database, String user, TlsMode tls) {
        return new PgTarget(host, port, database, user, tls, Optional.empty());
    }

    /** Host, port and database in one: "db.example:5432/shop", "[::1]:5432/shop". */
    public String address() {
        return "%s:%d/%s".formatted(host.contains(":") ? "[" + host + "]" : host, port, database);
    }

    public PgTarget inDatabase(String other) {
        return new PgTarget(host, port, other, user, tls, caFile);
    }

    public PgTarget as(String other) {
        return new PgTarget(host, port, database, other, tls, caFile);
    }
}
