package dev.howdah.profile.text;

import dev.howdah.core.ProblemException;
import dev.howdah.pg.TlsMode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How much TLS a connection text gets. Never less than it asks for; where it says nothing, the
 * server is verified in full, unless it is this machine.
 *
 * @param caFile certificate authorities in PEM; empty means those that Java trusts
 * @param notes where the choice differs from the text, full sentences
 */
record TlsChoice(TlsMode mode, Optional<Path> caFile, List<String> notes) {
    private static final Pattern LOOPBACK =
            Pattern.compile(
                    "localhost\\.?|127(?:\\.[0-9]{1,3}){3}|::1|0:0:0:0:0:0:0:1",
                    Pattern.CASE_INSENSITIVE);

    /**
     * @param ssl pgjdbc's older switch
     * @param rootCert a file, or libpq's word {@code system}
     */
    static TlsChoice of(
            String host, Optional<String> sslMode, Optional<String> ssl, Optional<String> rootCert)
            throws ProblemException {
        boolean system = rootCert.filter("system"::equals).isPresent();
        Optional<Path> caFile =
                system || rootCert.isEmpty() ? Optional.empty() : Optional.of(path(rootCert.get()));
        TlsChoice choice =
                sslMode.isPresent()
                        ? asked(sslMode.get(), caFile)
                        : unasked(host, caFile, ssl, rootCert.isPresent());
        // libpq refuses the word together with a weaker mode
        return system && choice.mode != TlsMode.VERIFY_FULL
                ? noted(TlsMode.VERIFY_FULL, caFile, "note.systemRoots")
                : choice;
    }

    private static TlsChoice asked(String sslMode, Optional<Path> caFile) throws ProblemException {
        return switch (sslMode.toLowerCase(Locale.ROOT)) {
            case "verify-full" -> new TlsChoice(TlsMode.VERIFY_FULL, caFile, List.of());
            case "verify-ca" -> new TlsChoice(TlsMode.VERIFY_CA, caFile, List.of());
            // so does libpq when it is given authorities
            case "require" ->
                    caFile.isPresent()
                            ? noted(TlsMode.VERIFY_CA, caFile, "note.requireWithRoots")
                            : new TlsChoice(TlsMode.REQUIRE, caFile, List.of());
            case "prefer" -> noted(TlsMode.REQUIRE, caFile, "note.prefer", "prefer");
            case "allow" -> noted(TlsMode.REQUIRE, caFile, "note.prefer", "allow");
            case "disable" -> new TlsChoice(TlsMode.DISABLE, caFile, List.of());
            default -> throw BadText.because("connection.badSslMode");
        };
    }

    private static TlsChoice unasked(
            String host, Optional<Path> caFile, Optional<String> ssl, boolean rootsNamed) {
        if (ssl.filter(value -> !value.equalsIgnoreCase("false")).isPresent() || rootsNamed) {
            return new TlsChoice(TlsMode.VERIFY_FULL, caFile, List.of());
        }
        return LOOPBACK.matcher(host).matches()
                ? new TlsChoice(TlsMode.DISABLE, caFile, List.of())
                : noted(TlsMode.VERIFY_FULL, caFile, "note.noSslMode");
    }

    private static TlsChoice noted(
            TlsMode mode, Optional<Path> caFile, String key, Object... arguments) {
        return new TlsChoice(mode, caFile, List.of(BadText.TEXTS.text(key, arguments)));
    }

    private static Path path(String file) throws ProblemException {
        try {
            return Path.of(file);
        } catch (InvalidPathException _) {
            throw BadText.because("connection.badCaFile");
        }
    }
}
