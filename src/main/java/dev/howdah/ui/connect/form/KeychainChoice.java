package dev.howdah.ui.connect.form;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.profile.secret.SecretName;
import dev.howdah.profile.secret.Secrets;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Whether what is typed about a server outlives the program. JavaFX thread, but for saving. */
public final class KeychainChoice {
    private final Secrets secrets;
    private final SecretName password;
    private final BooleanProperty keep = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper canKeep = new ReadOnlyBooleanWrapper();

    /**
     * @param password the name under which the server's password is known
     */
    public KeychainChoice(Secrets secrets, SecretName password) {
        this.secrets = secrets;
        this.password = password;
    }

    /** Whether password and token go into the desktop's keychain. */
    public BooleanProperty keep() {
        return keep;
    }

    /** Whether there is a keychain, as far as {@link #look} has found out. */
    ReadOnlyBooleanProperty canKeep() {
        return canKeep.getReadOnlyProperty();
    }

    /** Finds out whether secrets can be kept, and whether this server's password is. */
    public void look(Executor background, Executor uiThread) {
        background.execute(() -> {
            boolean usable = secrets.canKeep();
            boolean kept = usable && isKept();
            uiThread.execute(() -> {
                canKeep.set(usable);
                keep.set(kept);
            });
        });
    }

    private boolean isKept() {
        try {
            return secrets.isKept(password);
        } catch (ProblemException _) {
            // a keychain that is locked now may be unlocked when something is kept
            return false;
        }
    }

    /** Blocks. An empty password leaves the one that is known as it is. */
    public void save(Secret typed, boolean kept) throws ProblemException {
        if (typed.isEmpty()) {
            return;
        }
        if (kept) {
            secrets.keep(password, typed);
        } else {
            secrets.forget(password);
            secrets.remember(password, typed);
        }
    }

    /** Blocks. */
    public void forget() throws ProblemException {
        secrets.forget(password);
    }
}
