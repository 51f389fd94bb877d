package dev.howdah.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.HostedBy;
import dev.howdah.profile.Profile;
import dev.howdah.profile.secret.NoSecretStore;
import dev.howdah.profile.secret.Secrets;
import dev.howdah.provider.Provider;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.capability.Capability;
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

    @Test
    void aMalformedVariableIsToldWhereItMattersAndTouchesNothingElse() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(false, false)) {
            for (String malformed : List.of("https://", "https://user:hunter2@auth host", ":")) {
                Providers providers = providers(stage, Map.of(Providers.SCALINGO_AUTH, malformed));
                String sentence =
                        "The environment variable HOWDAH_SCALINGO_AUTH is no address like"
                                + " https://auth.example.com. Correct or remove it, and start the"
                                + " console anew. Nothing was sent to the provider.";
                Provider hosted =
                        providers
                                .hosting(usualAddress(stage), Runnable::run, stage.clock())
                                .provider();
                assertEquals(
                        Optional.of(sentence), hosted.capabilities().whyNot(Capability.BACKUPS));
                ProblemException refused =
                        assertThrows(
                                ProblemException.class,
                                () ->
                                        providers
                                                .account(
                                                        ProviderKind.SCALINGO,
                                                        Optional.empty(),
                                                        stage::token)
                                                .services(_ -> {}));
                assertEquals(sentence, refused.problem().whole());
                assertEquals(
                        "none",
                        providers
                                .hosting(
                                        profile(stage).hostedBy(Optional.empty()),
                                        Runnable::run,
                                        stage.clock())
                                .provider()
                                .id());
            }
            assertEquals(
                    Optional.of(
                            "The environment variable HOWDAH_SCALINGO_DATABASES may only be"
                                    + " with-apps or not set at all. Correct or remove it, and"
                                    + " start the console anew. Nothing was sent to the provider."),
                    providers(stage, Map.of(Providers.SCALINGO_DATABASES, "apps"))
                            .hosting(profile(stage), Runnable::run, stage.clock())
                            .provider()
                            .capabilities()
                            .whyNot(Capability.BACKUPS));
        }
    }

    private Providers providers(ScalingoStage stage, Map<String, String> environment) {
        Secrets secrets = new Secrets(NoSecretStore::new);
        secrets.remember(stage.hostedBy().token(), stage.token());
        return new Providers(
                new FileOperationLog(folder), secrets, environment, HttpWire.usual(stage.clock()));
    }

    private static Profile profile(ScalingoStage stage) {
        PgTarget target = PgTarget.of("127.0.0.1", 1, "shop", "console", TlsMode.DISABLE);
        return new Profile(UUID.randomUUID(), "shop", Environment.STAGING, target, false)
                .hostedBy(Optional.of(stage.hostedBy()));
    }

    /** Whose service is at the provider's usual address, or where the environment says. */
    private static Profile usualAddress(ScalingoStage stage) {
        HostedBy there = stage.hostedBy();
        return profile(stage)
                .hostedBy(
                        Optional.of(
                                new HostedBy(
                                        there.provider(),
                                        there.account(),
                                        there.name(),
                                        there.product(),
                                        there.region(),
                                        there.plan(),
                                        there.address(),
                                        Optional.empty())));
    }

    /** What would be sent for a change, after the database has been read. */
    private String sent(Map<String, String> environment) throws Exception {
        try (ScalingoStage stage = new ScalingoStage(false, false)) {
            Provider provider =
                    providers(stage, environment)
                            .hosting(profile(stage), Runnable::run, stage.clock())
                            .provider();
            BackupSchedule now = provider.facts().schedule().orElseThrow();
            return provider.scheduleBackups(
                            new ChangeTarget("shop", Environment.STAGING, false),
                            now,
                            new BackupSchedule(true, List.of(5)))
                    .preview();
        }
    }
}
