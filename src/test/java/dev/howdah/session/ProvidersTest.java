package dev.howdah.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ChangeTarget;
import dev.howdah.core.Environment;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.profile.secret.NoSecretStore;
import dev.howdah.profile.secret.Secrets;
import dev.howdah.provider.Provider;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.http.HttpWire;
import dev.howdah.provider.scalingo.ScalingoStage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidersTest {
    @TempDir private Path folder;

    @Test
    void asksDatabasesOfScalingoWhereTheEnvironmentSays() throws Exception {
        assertTrue(sent(Map.of()).contains("/api/databases/ad-1"));
        assertTrue(
                sent(Map.of(Providers.SCALINGO_DATABASES, Providers.WITH_APPS))
                        .contains("/v1/databases/ad-1"));
    }

    /** What would be sent for a change, after the database has been read. */
    private String sent(Map<String, String> environment) throws Exception {
        try (ScalingoStage stage = new ScalingoStage(false, false)) {
            Secrets secrets = new Secrets(NoSecretStore::new);
            secrets.remember(stage.hostedBy().token(), stage.token());
            Providers providers =
                    new Providers(
                            new FileOperationLog(folder),
                            secrets,
                            environment,
                            HttpWire.usual(stage.clock()));
            PgTarget target = PgTarget.of("127.0.0.1", 1, "shop", "console", TlsMode.DISABLE);
            Profile profile =
                    new Profile(UUID.randomUUID(), "shop", Environment.STAGING, target, false)
                            .hostedBy(Optional.of(stage.hostedBy()));
            Provider provider = providers.hosting(profile, Runnable::run, stage.clock()).provider();
            BackupSchedule now = provider.facts().schedule().orElseThrow();
            return provider.scheduleBackups(
                            new ChangeTarget("shop", Environment.STAGING, false),
                            now,
                            new BackupSchedule(true, List.of(5)))
                    .preview();
        }
    }
}
