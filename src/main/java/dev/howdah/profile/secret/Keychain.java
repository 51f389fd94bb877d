package dev.howdah.profile.secret;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keychain of the desktop: Secret Service, macOS Keychain or Windows Credential Manager. All
 * calls are made on one daemon thread and given up after a time limit, because a keychain that is
 * locked or hangs never answers; while one hangs, the next ones fail at once.
 */
public final class Keychain implements SecretStore {
    /** For the probe at the start: write, read, delete. */
    static final Duration PROBE_LIMIT = Duration.ofSeconds(3);

    /** Later the desktop may ask its user for permission. */
    static final Duration CALL_LIMIT = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Keychain.class);
    private static final Texts TEXTS = Texts.of(Keychain.class);
    private static final String DOMAIN = "Howdah";

    private final Backend backend;
    private final Duration limit;
    private final ExecutorService one =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("keychain").factory());
    private volatile @Nullable Future<?> late;

    /** What a desktop's keychain can do; the library's, or one in a test that misbehaves. */
    interface Backend {
        /** Null, or an exception, when nothing is kept under this name. */
        @Nullable String get(String name) throws PasswordAccessException;

        void set(String name, String secret) throws PasswordAccessException;

        void delete(String name) throws PasswordAccessException;
    }

    Keychain(Backend backend, Duration limit) {
        this.backend = backend;
        this.limit = limit;
    }

    /**
     * The keychain of this desktop, if it can be written, read and cleared within 3 s; else one
     * that keeps nothing. Blocks for as long.
     */
    public static SecretStore usable() {
        ExecutorService once =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("keychain-probe").factory());
        Future<SecretStore> probe = once.submit(Keychain::probed);
        once.shutdown();
        try {
            return probe.get(PROBE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // why is of use to whoever misses it, and names no secret
            LOG.info("No usable keychain: {}", String.valueOf(e.getCause()));
        }
        return new NoSecretStore();
    }

    private static SecretStore probed() throws BackendNotSupportedException, ProblemException {
        Keychain keychain = new Keychain(new Library(Keyring.create()), CALL_LIMIT);
        keychain.probe();
        return keychain;
    }

    /** Fails unless what is written comes back and goes away. */
    void probe() throws ProblemException {
        SecretName name = new SecretName("probe/" + UUID.randomUUID());
        Secret written = Secret.of(UUID.randomUUID().toString());
        keep(name, written);
        boolean same =
                find(name).filter(read -> read.reveal().equals(written.reveal())).isPresent();
        forget(name);
        if (!same) {
            throw unusable("another value came back");
        }
    }

    @Override
    public Optional<Secret> find(SecretName name) throws ProblemException {
        return within(() -> {
            try {
                return Optional.ofNullable(backend.get(name.text())).map(Secret::of);
            } catch (PasswordAccessException _) {
                // the library's way to say that there is none
                return Optional.empty();
            }
        });
    }

    @Override
    public void keep(SecretName name, Secret secret) throws ProblemException {
        within(() -> {
            backend.set(name.text(), secret.reveal());
            return Optional.empty();
        });
    }

    @Override
    public void forget(SecretName name) throws ProblemException {
        within(() -> {
            try {
                backend.delete(name.text());
            } catch (PasswordAccessException _) {
                // there was none
            }
            return Optional.empty();
        });
    }

    private <T> Optional<T> within(Callable<Optional<T>> call) throws ProblemException {
        Future<?> earlier = late;
        if (earlier != null && !earlier.isDone()) {
            throw unusable("an earlier call has not come back");
        }
        Future<Optional<T>> result = one.submit(call);
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            late = result;
            throw unusable("no answer within " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            // its message may hold what was to be kept
            throw unusable(String.valueOf(e.getCause()).split(":", 2)[0]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unusable("interrupted");
        }
    }

    private static ProblemException unusable(String detail) {
        return new ProblemException(
                Problem.of(
                                Problem.Kind.LOCAL,
                                TEXTS.text("keychain.unusable"),
                                TEXTS.text("keychain.unusable.remedy"))
                        .withDetail(detail));
    }

    /** The library's. */
    private record Library(Keyring keyring) implements Backend {
        @Override
        public @Nullable String get(String name) throws PasswordAccessException {
            return keyring.getPassword(DOMAIN, name);
        }

        @Override
        public void set(String name, String secret) throws PasswordAccessException {
            keyring.setPassword(DOMAIN, name, secret);
        }

        @Override
        public void delete(String name) throws PasswordAccessException {
            keyring.deletePassword(DOMAIN, name);
        }
    }
}
