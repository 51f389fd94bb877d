package dev.howdah.ui.operations;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Reading;
import dev.howdah.core.change.Operation;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Follows what a provider works on for one server, for as long as the server is open, and says when
 * something has ended: also what was begun in an earlier start. UI thread only.
 */
public final class ServerOperations implements OperationSource {
    private final Session session;
    private final Executor background;
    private final Executor uiThread;
    private final Runnable changed;
    private final Consumer<Operation> ended;
    private final Subscription watch;
    private final Map<UUID, Operation> underWay = new HashMap<>();
    private Optional<Problem> problem = Optional.empty();
    private boolean closed;

    /**
     * Begins at once: what is on disk first, then what the provider says.
     *
     * @param changed called when anything looks otherwise
     * @param ended called once for each operation whose end was seen
     */
    public ServerOperations(
            Session session,
            Executor background,
            Executor uiThread,
            Runnable changed,
            Consumer<Operation> ended) {
        this.session = session;
        this.background = background;
        this.uiThread = uiThread;
        this.changed = changed;
        this.ended = ended;
        this.watch = session.hosting().watchOperations(this::show);
        if (session.hosting().isHosted()) {
            lookAtDisk(watch::shown);
        }
    }

    /** What is on disk is known before the provider is asked, so that no end is missed. */
    private void lookAtDisk(Runnable then) {
        background.execute(() -> {
            List<Operation> all = new ArrayList<>();
            Optional<Problem> trouble = Optional.empty();
            try {
                all.addAll(session.hosting().operations().all());
            } catch (ProblemException e) {
                trouble = Optional.of(e.problem());
            }
            Optional<Problem> seen = trouble;
            uiThread.execute(() -> {
                if (!closed) {
                    problem = seen;
                    all.stream()
                            .filter(each -> !each.state().ended())
                            .forEach(each -> underWay.putIfAbsent(each.id(), each));
                    changed.run();
                    then.run();
                }
            });
        });
    }

    private void show(Reading<List<Operation>> reading) {
        problem = reading.problem();
        if (reading instanceof Reading.Fresh<List<Operation>>(List<Operation> all, var _)) {
            all.forEach(this::take);
        }
        changed.run();
    }

    private void take(Operation seen) {
        if (!seen.state().ended()) {
            underWay.put(seen.id(), seen);
        } else if (underWay.remove(seen.id()) != null) {
            ended.accept(seen);
        }
    }

    /** A change was made here, or somebody wants to know: the provider is asked at once. */
    public void lookAgain() {
        if (session.hosting().isHosted()) {
            lookAtDisk(watch::askNow);
        }
    }

    /** Follows this one no longer. The provider is told nothing and goes on. */
    public void stopFollowing(UUID operation) {
        background.execute(() -> {
            Optional<Problem> trouble = Optional.empty();
            try {
                session.hosting().operations().abandon(operation);
            } catch (ProblemException e) {
                trouble = Optional.of(e.problem());
            }
            Optional<Problem> seen = trouble;
            uiThread.execute(() -> {
                problem = seen;
                if (seen.isEmpty()) {
                    underWay.remove(operation);
                }
                changed.run();
            });
        });
    }

    /** Whether anything has not ended. */
    public boolean isAtWork() {
        return !underWay.isEmpty();
    }

    /** Whether of anything it is not known if the provider got it. */
    public boolean isUnsure() {
        return underWay.values().stream().anyMatch(each -> each.state().mayBeUnsent());
    }

    @Override
    public List<Act> offered() {
        return List.of(Act.LOOK_AGAIN, Act.STOP_FOLLOWING);
    }

    @Override
    public void act(Act act, UUID operation) {
        switch (act) {
            case LOOK_AGAIN -> lookAgain();
            case STOP_FOLLOWING -> stopFollowing(operation);
            case CANCEL -> {
                // a provider goes on with what it has taken
            }
        }
    }

    @Override
    public List<OperationLine> lines() {
        return underWay.values().stream()
                .map(each -> new OperationLine(this, session.target(), each, problem))
                .toList();
    }

    /** The server is closed; its operations go on at the provider, and are found again. */
    public void close() {
        closed = true;
        watch.close();
    }
}
