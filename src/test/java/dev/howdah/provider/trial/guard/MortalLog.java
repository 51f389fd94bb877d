package dev.howdah.provider.trial.guard;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.OperationLog;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The log of a console that is killed beside one of its next writes: just before, or just after.
 */
final class MortalLog implements OperationLog {
    private final OperationLog log;
    private int writesLeft;
    private final boolean afterwards;

    /** Nobody catches it, as nobody catches a kill. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param writes so many more go well
     * @param afterwards whether the next one is on disk when the console dies
     */
    MortalLog(OperationLog log, int writes, boolean afterwards) {
        this.log = log;
        this.writesLeft = writes;
        this.afterwards = afterwards;
    }

    private interface Write<T> {
        T done() throws ProblemException;
    }

    private <T> T survived(Write<T> write) throws ProblemException {
        boolean dies = writesLeft-- == 0;
        if (dies && !afterwards) {
            throw new Killed();
        }
        T result = write.done();
        if (dies) {
            throw new Killed();
        }
        return result;
    }

    @Override
    public Optional<Operation> begin(Operation operation) throws ProblemException {
        return survived(() -> log.begin(operation));
    }

    @Override
    public void write(Operation operation) throws ProblemException {
        boolean _ =
                survived(() -> {
                    log.write(operation);
                    return true;
                });
    }

    @Override
    public Operation replace(Operation seen, Operation now) throws ProblemException {
        return survived(() -> log.replace(seen, now));
    }

    @Override
    public Optional<Operation> find(UUID id) throws ProblemException {
        return log.find(id);
    }

    @Override
    public List<Operation> of(String service) throws ProblemException {
        return log.of(service);
    }
}
