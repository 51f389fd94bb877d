package dev.howdah.provider;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.OperationLog;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The operations of one service. It keeps no timer and nothing in memory: whoever wants to know
 * asks again after {@link #PAUSE}, and a restart or a sleep in between changes nothing.
 */
public final class Operations {
    /** Between two looks while something is under way; a provider counts its callers' requests. */
    public static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Texts TEXTS = Texts.of(Operations.class);

    private final Provider provider;
    private final OperationLog log;
    private final Clock clock;

    public Operations(Provider provider, OperationLog log, Clock clock) {
        this.provider = provider;
        this.log = log;
        this.clock = clock;
    }

    /** As they are on disk, the one asked for last first; asks the provider nothing. */
    public List<Operation> all() throws ProblemException {
        return log.of(provider.id());
    }

    /**
     * Asks the provider about everything that has not ended, keeps what is seen, and returns all.
     * Asks nothing when nothing is under way. One that can't be followed costs the others nothing.
     */
    public List<Operation> look() throws ProblemException {
        List<Operation> all = new ArrayList<>();
        @Nullable ProblemException failure = null;
        for (Operation operation : all()) {
            if (operation.state().ended()) {
                all.add(operation);
                continue;
            }
            try {
                all.add(log.replace(operation, provider.follow(operation)));
            } catch (ProblemException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return List.copyOf(all);
    }

    /** As it is on disk; empty when the provider was never asked, or it is forgotten. */
    public Optional<Operation> find(UUID id) throws ProblemException {
        return log.find(id);
    }

    /** Stops following one whose end nobody will know; the provider is told nothing. */
    public void abandon(UUID id) throws ProblemException {
        Operation operation = log.find(id).orElse(null);
        if (operation != null && !operation.state().ended()) {
            log.write(
                    operation.in(
                            Operation.State.ABANDONED,
                            TEXTS.text("operation.abandoned"),
                            clock.instant()));
        }
    }
}
