package dev.howdah.profile;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
@SuppressWarnings("DoNotCallSuggester")
public record ConnectionText(
        String host,
        int port,
        String database,
        String user,
        Optional<Secret> password,
        TlsMode tls,
        Optional<Path> caFile,
        List<String> notes) {

    public ConnectionText {
        notes = List.copyOf(notes);
    }

    /**
     * Understands {@code postgresql://}, {@code postgres://} and {@code jdbc:postgresql://}
     * addresses, libpq's {@code key=value} form, and a {@code DATABASE_URL=} line around any of
     * them.
     *
     * @throws ProblemException BAD_INPUT; its texts never quote what was typed, because a part of
     *     it may be a password
     */
    public static ConnectionText parse(String text) throws ProblemException {
        throw new UnsupportedOperationException(Integer.toString(text.length()));
    }

    /** Where the text points, without the password. */
    public PgTarget target() {
        return new PgTarget(host, port, database, user, tls, caFile);
    }
}
