package dev.howdah.session;

import dev.howdah.core.change.Operation;
import dev.howdah.core.change.OperationLog;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Of a server without a provider: there is never an operation, so nothing is ever written. */
final class NoOperations implements OperationLog {

    @Override
    public Optional<Operation> begin(Operation operation) {
        return Optional.empty();
    }

    @Override
    public void write(Operation operation) {}

    @Override
    public Operation replace(Operation seen, Operation now) {
        return now;
    }

    @Override
    public Optional<Operation> find(UUID id) {
        return Optional.empty();
    }

    @Override
    public List<Operation> of(String service) {
        return List.of();
    }
}
