package dev.howdah.ui.connect;

import dev.howdah.core.change.Environment;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.profile.ProfileStore;
import dev.howdah.profile.secret.NoSecretStore;
import dev.howdah.profile.secret.Secrets;
import dev.howdah.provider.http.HttpWire;
import dev.howdah.session.Providers;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.connect.form.ServerFields.Field;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Made-up profiles, and view-models over real servers. */
final class SomeServers {
    private SomeServers() {}

    static Profile orders() {
        return new Profile(
                new UUID(1, 2),
                "orders-prod",
                Environment.PRODUCTION,
                PgTarget.of("db.example.org", 5433, "orders", "dba", TlsMode.VERIFY_FULL),
                true);
    }

    /** Everything happens at once, on the caller's thread. */
    static ConnectViewModel adding(Path folder) {
        return model(folder, Optional.empty());
    }

    static ConnectViewModel editing(Path folder, Profile profile) {
        return model(folder, Optional.of(profile));
    }

    private static ConnectViewModel model(Path folder, Optional<Profile> existing) {
        return new ConnectViewModel(existing, stores(folder), Runnable::run, Runnable::run);
    }

    /** In this folder, on a desktop without a keychain. */
    static ConnectDialog.Stores stores(Path folder) {
        Secrets secrets = new Secrets(NoSecretStore::new);
        return new ConnectDialog.Stores(
                new ProfileStore(folder),
                secrets,
                new Providers(new FileOperationLog(folder), secrets, Map.of(), HttpWire.usual()));
    }

    /** Types where the server is, and its superuser. */
    static void type(ConnectViewModel model, TestServer server) {
        model.fields().text(Field.HOST).set(server.host());
        model.fields().text(Field.PORT).set(Integer.toString(server.port()));
        model.fields().text(Field.DATABASE).set("postgres");
        model.fields().text(Field.USER).set(server.user());
        model.fields().tls().set(TlsMode.DISABLE);
        model.fields().password().set(server.password());
    }
}
