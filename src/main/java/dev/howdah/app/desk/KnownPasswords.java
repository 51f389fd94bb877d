package dev.howdah.app.desk;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.profile.Profile;
import dev.howdah.profile.secret.SecretName;
import dev.howdah.profile.secret.Secrets;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The passwords of saved servers, as far as nobody has to be asked. JavaFX thread. */
final class KnownPasswords {
    private final Secrets secrets;
    private final Executor background;
    private final Executor uiThread;

    KnownPasswords(Secrets secrets, Executor background, Executor uiThread) {
        this.secrets = secrets;
        this.background = background;
        this.uiThread = uiThread;
    }

    /** The one that was typed since the program started. */
    Optional<Secret> typed(Profile profile) {
        return secrets.typed(SecretName.password(profile.id()));
    }

    /** Looks into the keychain, which may have to be unlocked. */
    void look(Profile profile, Consumer<Optional<Secret>> then) {
        SecretName name = SecretName.password(profile.id());
        background.execute(() -> {
            Optional<Secret> kept = kept(name);
            uiThread.execute(() -> then.accept(kept));
        });
    }

    private Optional<Secret> kept(SecretName name) {
        try {
            return secrets.find(name);
        } catch (ProblemException _) {
            // a keychain that can't be asked is as good as none: the person is
            return Optional.empty();
        }
    }

    /** The server has refused it. */
    void wipe(Profile profile) {
        secrets.wipe(SecretName.password(profile.id()));
    }
}
