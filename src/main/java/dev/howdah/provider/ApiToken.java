package dev.howdah.provider;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;

/** Finds the token with which the console speaks to an account's API when it is first needed. */
@FunctionalInterface
public interface ApiToken {

    /**
     * May ask the desktop's keychain, so it may block for seconds.
     *
     * @throws ProblemException LOGIN_REFUSED when nobody knows it
     */
    Secret find() throws ProblemException;
}
