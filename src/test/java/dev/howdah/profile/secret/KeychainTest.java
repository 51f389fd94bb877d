package dev.howdah.profile.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.javakeyring.PasswordAccessException;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keychains that work, refuse, change what they are given, and never answer. */
class KeychainTest {
    private static final SecretName NAME = SecretName.token("scalingo", "work");
    private static final Duration SHORT = Duration.ofMillis(200);

    /** In memory, and as ill as the test wants. */
    private static class SomeKeychain implements Keychain.Backend {
        final Map<String, String> kept = new HashMap<>();

        @Override
        public @Nullable String get(String name) throws PasswordAccessException {
            if (!kept.containsKey(name)) {
                throw new PasswordAccessException("not found");
            }
            return kept.get(name);
        }

        @Override
        public void set(String name, String secret) throws PasswordAccessException {
            kept.put(name, secret);
        }

        @Override
        public void delete(String name) throws PasswordAccessException {
            if (kept.remove(name) == null) {
                throw new PasswordAccessException("not found");
            }
        }
    }

    private static Optional<String> found(SecretStore store) throws ProblemException {
        return store.find(NAME).map(Secret::reveal);
    }

    @Test
    void keepsReplacesFindsAndForgets() throws Exception {
        SomeKeychain desktop = new SomeKeychain();
        Keychain keychain = new Keychain(desktop, Duration.ofSeconds(30));
        keychain.probe();
        assertEquals(Map.of(), desktop.kept);

        assertEquals(Optional.empty(), found(keychain));
        keychain.keep(NAME, Secret.of("first"));
        keychain.keep(NAME, Secret.of("second"));
        assertEquals(Optional.of("second"), found(keychain));
        assertEquals(Map.of("token/scalingo/work", "second"), desktop.kept);
        keychain.forget(NAME);
        keychain.forget(NAME);
        assertEquals(Optional.empty(), found(keychain));
    }

    @Test
    void oneThatCantBeWrittenIsNotUsableAndNamesNoSecret() {
        Keychain keychain =
                new Keychain(
                        new SomeKeychain() {
                            @Override
                            public void set(String name, String secret)
                                    throws PasswordAccessException {
                                throw new PasswordAccessException("can't store " + secret);
                            }
                        },
                        Duration.ofSeconds(30));

        ProblemException refused =
                assertThrows(
                        ProblemException.class, () -> keychain.keep(NAME, Secret.of("s3cret")));

        assertEquals(Problem.Kind.LOCAL, refused.problem().kind());
        assertFalse(refused.problem().toString().contains("s3cret"));
        assertThrows(ProblemException.class, keychain::probe);
    }

    @Test
    void oneThatGivesBackSomethingElseIsNotUsable() {
        Keychain keychain =
                new Keychain(
                        new SomeKeychain() {
                            @Override
                            public String get(String name) {
                                return "something else";
                            }
                        },
                        Duration.ofSeconds(30));

        assertThrows(ProblemException.class, keychain::probe);
    }

    @Test
    void oneThatNeverAnswersIsGivenUpAndTriedAgainOnlyWhenItHasAnswered() throws Exception {
        CountDownLatch unlocked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        SomeKeychain desktop =
                new SomeKeychain() {
                    @Override
                    public @Nullable String get(String name) throws PasswordAccessException {
                        try {
                            unlocked.await();
                        } catch (InterruptedException _) {
                            throw new PasswordAccessException("interrupted");
                        } finally {
                            answered.countDown();
                        }
                        return super.get(name);
                    }
                };
        desktop.kept.put(NAME.text(), "late");
        Keychain keychain = new Keychain(desktop, SHORT);

        ProblemException silent = assertThrows(ProblemException.class, () -> found(keychain));
        assertEquals("no answer within 0 s", silent.problem().detail());
        ProblemException busy = assertThrows(ProblemException.class, () -> found(keychain));
        assertEquals("an earlier call has not come back", busy.problem().detail());

        unlocked.countDown();
        assertEquals(true, answered.await(30, TimeUnit.SECONDS));
        Optional<String> late = Optional.empty();
        while (late.isEmpty()) {
            try {
                late = found(keychain);
            } catch (ProblemException _) {
                Thread.onSpinWait();
            }
        }
        assertEquals(Optional.of("late"), late);
    }

    @Test
    void withoutAKeychainWhatWasTypedIsKnownUntilTheProgramEnds() throws Exception {
        Secrets secrets = new Secrets(NoSecretStore::new);
        assertFalse(secrets.canKeep());
        secrets.remember(NAME, Secret.of("typed"));
        assertEquals(Optional.of("typed"), secrets.find(NAME).map(Secret::reveal));

        ProblemException refused =
                assertThrows(ProblemException.class, () -> secrets.keep(NAME, Secret.of("new")));

        assertEquals(Problem.Kind.NOT_SUPPORTED, refused.problem().kind());
        assertEquals(Optional.of("new"), secrets.find(NAME).map(Secret::reveal));
        secrets.forget(NAME);
        assertEquals(Optional.empty(), secrets.find(NAME));
    }
}
