package dev.howdah.profile.secret;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import java.util.Optional;

/** A desktop without a usable keychain: nothing is ever found, and nothing can be kept. */
public final class NoSecretStore implements SecretStore {
    private static final Texts TEXTS = Texts.of(NoSecretStore.class);

    @Override
    public Optional<Secret> find(SecretName name) {
        return Optional.empty();
    }

    /**
     * @throws ProblemException always, NOT_SUPPORTED
     */
    @Override
    public void keep(SecretName name, Secret secret) throws ProblemException {
        throw new ProblemException(
                Problem.of(
                        Problem.Kind.NOT_SUPPORTED,
                        TEXTS.text("keychain.none"),
                        TEXTS.text("keychain.none.remedy")));
    }

    @Override
    public void forget(SecretName name) {}
}
