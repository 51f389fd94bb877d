package dev.howdah.profile.text;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Decides what the parameters of a connection text mean. A short list of them is used; every other
 * one is left out and named, because a parameter can load a class, write a file or send a setting.
 */
final class ConnectionParameters {
    private static final Set<String> USED =
            Set.of(
                    "host",
                    "hostaddr",
                    "port",
                    "dbname",
                    "user",
                    "password",
                    "sslmode",
                    "ssl",
                    "sslrootcert");

    private static final Pattern NAME_OR_IPV4 = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]{1,253}");
    private static final Pattern IPV6 =
            Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:.]{2,45}(?:%[A-Za-z0-9._-]{1,20})?");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    /** What providers' pages show in place of the password. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile(
                    "[\\[<{(][A-Z _-]*PASSWORD[A-Z _-]*[])}>]|\\*{3,}|•{3,}",
                    Pattern.CASE_INSENSITIVE);

    private final Map<String, String> given;
    private final List<String> notes = new ArrayList<>();

    private ConnectionParameters(Map<String, String> given) {
        this.given = given;
    }

    static ConnectionText understood(Map<String, String> given) throws ProblemException {
        ConnectionParameters parameters = new ConnectionParameters(given);
        String host = parameters.host();
        int port = parameters.port();
        String user = parameters.user();
        String database = parameters.database(user);
        Optional<Secret> password = parameters.password();
        TlsChoice tls =
                TlsChoice.of(
                        host,
                        parameters.value("sslmode"),
                        parameters.value("ssl"),
                        parameters.value("sslrootcert"));
        parameters.notes.addAll(tls.notes());
        parameters.noteWhatIsIgnored();
        return new ConnectionText(
                host, port, database, user, password, tls.mode(), tls.caFile(), parameters.notes);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(given.get(name)).filter(value -> !value.isEmpty());
    }

    private void note(String key, Object... arguments) {
        notes.add(BadText.TEXTS.text(key, arguments));
    }

    private String host() throws ProblemException {
        Optional<String> name = value("host");
        Optional<String> address = value("hostaddr");
        String host = name.or(() -> address).orElse("");
        if (host.isEmpty()) {
            throw BadText.because("connection.noHost");
        }
        if (host.indexOf(',') >= 0) {
            throw BadText.because("connection.severalHosts");
        }
        // libpq takes a path, or a name after an at sign, for a socket of this machine
        if (host.startsWith("/") || host.startsWith("@")) {
            throw BadText.because("connection.socket");
        }
        if (!NAME_OR_IPV4.matcher(host).matches() && !IPV6.matcher(host).matches()) {
            throw BadText.because("connection.badHost");
        }
        if (name.isPresent() && address.isPresent()) {
            note("note.hostaddr");
        }
        return host;
    }

    private int port() throws ProblemException {
        Optional<String> text = value("port");
        if (text.isEmpty()) {
            return PgTarget.DEFAULT_PORT;
        }
        if (text.get().indexOf(',') >= 0) {
            throw BadText.because("connection.severalHosts");
        }
        int port = PORT.matcher(text.get()).matches() ? Integer.parseInt(text.get()) : 0;
        if (port < 1 || port > 65_535) {
            throw BadText.because("connection.badPort");
        }
        return port;
    }

    private String user() {
        Optional<String> user = value("user");
        if (user.isEmpty()) {
            note("note.noUser");
        }
        return user.orElseGet(() -> System.getProperty("user.name", ""));
    }

    private String database(String user) {
        Optional<String> database = value("dbname");
        if (database.isEmpty()) {
            note("note.noDatabase");
        }
        return database.orElse(user);
    }

    private Optional<Secret> password() {
        Optional<String> password = value("password");
        if (password.isPresent() && PLACEHOLDER.matcher(password.get()).matches()) {
            note("note.placeholder");
            return Optional.empty();
        }
        return password.map(Secret::of);
    }

    /** Names that we don't know are only counted: they may be a piece of a password. */
    private void noteWhatIsIgnored() {
        Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        int unknown = 0;
        for (String name : given.keySet()) {
            if (USED.contains(name)) {
                continue;
            }
            if (KnownParameters.contains(name)) {
                named.add(name);
            } else {
                unknown++;
            }
        }
        if (!named.isEmpty()) {
            note("note.ignored", String.join(", ", named));
        }
        if (unknown > 0) {
            note("note.unknown", unknown);
        }
    }
}
