package dev.howdah.ui.connect.form;

import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.HostedBy;
import dev.howdah.profile.Profile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was typed about a server so far, right or wrong; everything but the password.
 *
 * @param name blank stands for the suggested one
 * @param caFile empty means the authorities that Java trusts
 */
public record ServerDraft(
        String name,
        Environment environment,
        String host,
        String port,
        String database,
        String user,
        TlsMode tls,
        String caFile,
        boolean readOnly,
        Optional<HostedBy> hostedBy) {

    /** Nothing typed yet. */
    public static final ServerDraft EMPTY =
            new ServerDraft(
                    "",
                    Environment.PRODUCTION,
                    "",
                    Integer.toString(PgTarget.DEFAULT_PORT),
                    "",
                    "",
                    TlsMode.VERIFY_FULL,
                    "",
                    false,
                    Optional.empty());

    public static ServerDraft of(Profile profile) {
        PgTarget target = profile.target();
        return new ServerDraft(
                profile.name(),
                profile.environment(),
                target.host(),
                Integer.toString(target.port()),
                target.database(),
                target.user(),
                target.tls(),
                target.caFile().map(Path::toString).orElse(""),
                profile.readOnly(),
                profile.hostedBy());
    }
}
