package dev.howdah.profile.text;

import dev.howdah.pg.PgTarget;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How other programs are told to reach a server. A password is in none of these texts: psql asks
 * for it, and programs get it from PGPASSWORD or a password file.
 */
public final class ConnectionTexts {
    private static final String UNRESERVED = "-._~";

    private final PgTarget target;

    public ConnectionTexts(PgTarget target) {
        this.target = target;
    }

    /** As libpq reads it. */
    public String uri() {
        return "postgresql://"
                + encoded(target.user())
                + "@"
                + host()
                + ":"
                + target.port()
                + "/"
                + encoded(target.database())
                + "?sslmode="
                + target.tls().sslMode()
                + target.caFile()
                        .map(file -> "&sslrootcert=" + encoded(file.toString()))
                        .orElse("");
    }

    /** As pgjdbc reads it. */
    public String jdbcUrl() {
        return "jdbc:postgresql://"
                + host()
                + ":"
                + target.port()
                + "/"
                + encoded(target.database())
                + "?user="
                + encoded(target.user())
                + "&sslmode="
                + target.tls().sslMode()
                + target.caFile()
                        .map(file -> "&sslrootcert=" + encoded(file.toString()))
                        .orElse("");
    }

    /** A line for a shell. */
    public String psql() {
        return "psql "
                + shellQuoted(
                        settings().entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + quoted(entry.getValue()))
                                .collect(Collectors.joining(" ")));
    }

    /** Lines that a shell can export and libpq obeys. */
    public String environment() {
        Map<String, String> names =
                Map.of(
                        "host", "PGHOST",
                        "port", "PGPORT",
                        "dbname", "PGDATABASE",
                        "user", "PGUSER",
                        "sslmode", "PGSSLMODE",
                        "sslrootcert", "PGSSLROOTCERT");
        return settings().entrySet().stream()
                .map(entry -> names.get(entry.getKey()) + "=" + shellQuoted(entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** The one line that many programs look for. */
    public String databaseUrl() {
        return "DATABASE_URL=" + shellQuoted(uri());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("host", target.host());
        settings.put("port", Integer.toString(target.port()));
        settings.put("dbname", target.database());
        settings.put("user", target.user());
        settings.put("sslmode", target.tls().sslMode());
        target.caFile().ifPresent(file -> settings.put("sslrootcert", file.toString()));
        return settings;
    }

    private String host() {
        boolean isIpv6 = target.host().indexOf(':') >= 0;
        return isIpv6 ? "[" + target.host() + "]" : target.host();
    }

    /** Everything but RFC 3986's unreserved characters as percent and two hexadecimal digits. */
    private static String encoded(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || UNRESERVED.indexOf(c) >= 0;
            out.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", b & 0xff));
        }
        return out.toString();
    }

    /** A value of a libpq connection string: in quotes when it has to be. */
    private static String quoted(String value) {
        boolean plain = value.chars().allMatch(c -> c > ' ' && c != '\'' && c != '\\');
        return plain && !value.isEmpty()
                ? value
                : "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** A word of a POSIX shell: in quotes when it has to be. */
    private static String shellQuoted(String text) {
        boolean plain = !text.isEmpty() && text.chars().allMatch(ConnectionTexts::isShellSafe);
        return plain ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static boolean isShellSafe(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "-._/:@%+,".indexOf(c) >= 0;
    }
}
