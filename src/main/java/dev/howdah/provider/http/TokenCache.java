package dev.howdah.provider.http;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A token that is good for a while. It is fetched when it is first needed, again shortly before it
 * ends, and once more when the provider refuses it; however many threads want it, one fetches.
 */
public final class TokenCache implements Authorization {
    /** A token with less life than this is not used any more. */
    private static final Duration EARLY = Duration.ofMinutes(5);

    private final Fetch fetch;
    private final Clock clock;

    /** A lock and not a monitor: fetching may take seconds. */
    private final ReentrantLock one = new ReentrantLock();

    private @Nullable Token token;

    /** Gets a token from the provider. */
    @FunctionalInterface
    public interface Fetch {
        Token fetch() throws ProblemException;
    }

    /** The whole header, like "Bearer …", and until when it is good. */
    public record Token(Secret header, Instant until) {}

    public TokenCache(Fetch fetch, Clock clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    @Override
    public Optional<Secret> header() throws ProblemException {
        one.lock();
        try {
            if (token == null || !clock.instant().isBefore(token.until().minus(EARLY))) {
                token = fetch.fetch();
            }
            return Optional.of(token.header());
        } finally {
            one.unlock();
        }
    }

    @Override
    public boolean renewed(Secret refused) throws ProblemException {
        one.lock();
        try {
            // another thread may have been refused with the same token, and was faster
            if (token == null || token.header().equals(refused)) {
                token = fetch.fetch();
            }
            return true;
        } finally {
            one.unlock();
        }
    }
}
