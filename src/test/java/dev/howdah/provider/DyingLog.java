package dev.howdah.provider;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.OperationLog;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The log of a console that is killed when it is about to note what a provider answered. */
record DyingLog(OperationLog log) implements OperationLog {

    /** Nobody catches it, as nobody catches a kill. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Optional<Operation> begin(Operation operation) throws ProblemException {
        return log.begin(operation);
    }

    @Override
    public void write(Operation operation) {
        throw new Killed();
    }

    @Override
    public Operation replace(Operation seen, Operation now) {
        throw new Killed();
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
