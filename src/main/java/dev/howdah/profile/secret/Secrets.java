package dev.howdah.profile.secret;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The secrets of this run: those that were typed since the program started, and behind them those
 * the person wanted to be kept. Any thread may call.
 */
public final class Secrets {
    private final Map<SecretName, Secret> typed = new ConcurrentHashMap<>();
    private final Supplier<SecretStore> opening;

    /** A lock of its own, because opening may take seconds. */
    private final Object storeLock = new Object();

    private Optional<SecretStore> store = Optional.empty();

    /**
     * Opens nothing yet.
     *
     * @param opening called once, by whoever first needs it; may block
     */
    public Secrets(Supplier<SecretStore> opening) {
        this.opening = opening;
    }

    /** What was typed since the program started; never blocks. */
    public Optional<Secret> typed(SecretName name) {
        return Optional.ofNullable(typed.get(name));
    }

    /** What was typed, else what is kept. Blocks; not on the JavaFX thread. */
    public Optional<Secret> find(SecretName name) throws ProblemException {
        Optional<Secret> known = typed(name);
        return known.isPresent() ? known : store().find(name);
    }

    /** Whether it outlives the program. Blocks; not on the JavaFX thread. */
    public boolean isKept(SecretName name) throws ProblemException {
        return store().find(name).isPresent();
    }

    /** Until the program ends. */
    public void remember(SecretName name, Secret secret) {
        typed.put(name, secret);
    }

    /** For later starts too. Blocks; not on the JavaFX thread. */
    public void keep(SecretName name, Secret secret) throws ProblemException {
        remember(name, secret);
        store().keep(name, secret);
    }

    /** It was wrong: what was typed is wiped. What is kept stays until it is replaced. */
    public void wipe(SecretName name) {
        Secret was = typed.remove(name);
        if (was != null) {
            was.wipe();
        }
    }

    /** Everywhere. Blocks; not on the JavaFX thread. */
    public void forget(SecretName name) throws ProblemException {
        wipe(name);
        store().forget(name);
    }

    /** Whether this desktop can keep secrets. Blocks; not on the JavaFX thread. */
    public boolean canKeep() {
        return !(store() instanceof NoSecretStore);
    }

    private SecretStore store() {
        synchronized (storeLock) {
            SecretStore opened = store.orElseGet(opening);
            store = Optional.of(opened);
            return opened;
        }
    }
}
