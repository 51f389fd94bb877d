package dev.howdah.profile.secret;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import java.util.Optional;

/**
 * Where secrets outlive the program, if the person wants that. Every call may block for seconds,
 * because a desktop may ask its user first; so none belongs on the JavaFX thread.
 */
public interface SecretStore {

    /** Empty when nothing is kept under this name. */
    Optional<Secret> find(SecretName name) throws ProblemException;

    /** Puts it in the place of an older one. */
    void keep(SecretName name, Secret secret) throws ProblemException;

    /** An unknown name is fine. */
    void forget(SecretName name) throws ProblemException;
}
