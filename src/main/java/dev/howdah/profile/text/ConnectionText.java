package dev.howdah.profile.text;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a connection string says: the text that a provider's page, a deployment or a colleague hands
 * out, taken apart.
 *
 * @param port 1 to 65535
 * @param password empty when the text has none
 * @param caFile certificate authorities in PEM; empty means those that Java trusts
 * @param notes what was ignored or understood differently, full sentences; never a value of the
 *     text
 */
public record ConnectionText(
        String host,
        int port,
        String database,
        String user,
        Optional<Secret> password,
        TlsMode tls,
        Optional<Path> caFile,
        List<String> notes) {

    /** More than this is no connection string but a file that was pasted by mistake. */
    public static final int MAX_LENGTH = 4_096;

    /** {@code export DATABASE_URL=}, {@code $env:X = }, {@code spring.datasource.url: }. */
    private static final Pattern ASSIGNMENT =
            Pattern.compile(
                    "(?!(?i:jdbc):)(?:export\\s+|set\\s+|-\\s+|\\$env:)?"
                            + "(?:[\\w.-]+\\s*[=:]\\s*"
                            + "(?=[\"']?(?i:jdbc:|postgres(?:ql)?(?:\\+\\w+)?://))"
                            + "|[A-Z][A-Z0-9_]*\\s*=\\s*)");

    /** SQLAlchemy and others write the driver after a plus. */
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?:(?<jdbc>jdbc:)postgresql:(?://)?|postgres(?:ql)?(?:\\+\\w+)?://)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern OTHER_ADDRESS =
            Pattern.compile("jdbc:|[a-z][a-z0-9+.-]*://", Pattern.CASE_INSENSITIVE);

    public ConnectionText {
        notes = List.copyOf(notes);
    }

    /**
     * Understands {@code postgresql://}, {@code postgres://} and {@code jdbc:postgresql://}
     * addresses, libpq's {@code key=value} form, and a {@code DATABASE_URL=} or {@code psql} line
     * around any of them. What is missing gets libpq's defaults, except for the TLS mode: without
     * one the server is verified in full, unless it is this machine.
     *
     * @throws ProblemException BAD_INPUT; its texts never quote what was typed, because a part of
     *     it may be a password
     */
    public static ConnectionText parse(String text) throws ProblemException {
        if (text.length() > MAX_LENGTH) {
            throw BadText.because("connection.tooLong", MAX_LENGTH);
        }
        if (text.indexOf('\0') >= 0) {
            throw BadText.because("connection.nul");
        }
        String bare = unwrapped(text);
        if (bare.isEmpty()) {
            throw BadText.because("connection.empty");
        }
        return ConnectionParameters.understood(parameters(bare));
    }

    /** Where the text points, without the password. */
    public PgTarget target() {
        return new PgTarget(host, port, database, user, tls, caFile);
    }

    private static Map<String, String> parameters(String bare) throws ProblemException {
        Matcher address = ADDRESS.matcher(bare);
        if (address.lookingAt()) {
            String rest = bare.substring(address.end());
            if (address.group("jdbc") == null) {
                return AddressText.read(rest, false);
            }
            // jdbc:postgresql:shop names a database only
            return AddressText.read(address.group().endsWith("/") ? rest : "/" + rest, true);
        }
        if (OTHER_ADDRESS.matcher(bare).lookingAt()) {
            throw BadText.because("connection.otherScheme");
        }
        if (bare.indexOf('=') < 0) {
            throw BadText.because("connection.unknownForm");
        }
        return KeyValueText.read(bare);
    }

    private static String unwrapped(String text) throws ProblemException {
        String bare = unquoted(text);
        Matcher assignment = ASSIGNMENT.matcher(bare);
        if (assignment.lookingAt()) {
            return unquoted(bare.substring(assignment.end()));
        }
        return bare.startsWith("psql ") ? unquoted(bare.substring(5)) : bare;
    }

    private static String unquoted(String text) throws ProblemException {
        // a copied text often begins with an invisible mark
        String bare = text.replace("\uFEFF", "").replace("\u200B", "").strip();
        if (bare.isEmpty() || "\"'".indexOf(bare.charAt(0)) < 0) {
            return bare;
        }
        if (bare.length() < 2 || bare.charAt(bare.length() - 1) != bare.charAt(0)) {
            throw BadText.because("connection.unbalancedQuotes");
        }
        return bare.substring(1, bare.length() - 1).strip();
    }
}
