package dev.howdah.provider.http;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import java.util.Optional;

/** What a request says about who asks. Any thread may call. */
public interface Authorization {

    /** The value of the header; empty for requests that need none. May ask for a token first. */
    Optional<Secret> header() throws ProblemException;

    /**
     * The provider refused this header. Gets a new one, unless another thread has done so already.
     *
     * @return whether it is worth to ask again
     */
    default boolean renewed(Secret refused) throws ProblemException {
        return false;
    }

    /** Says nothing. */
    static Authorization none() {
        return Optional::empty;
    }

    /** Always says the same. */
    static Authorization fixed(Secret header) {
        return () -> Optional.of(header);
    }
}
