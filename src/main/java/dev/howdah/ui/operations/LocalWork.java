package dev.howdah.ui.operations;

import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What this desktop works on itself, which therefore can be given up, whether or not a server is
 * open that it is for. UI thread only.
 */
public final class LocalWork implements OperationSource {
    private final ChangeTarget target;
    private final Consumer<UUID> cancel;
    private final Runnable changed;
    private Optional<Operation> underWay = Optional.empty();

    /**
     * @param target where all of it happens
     * @param cancel gives one up; returns before it has ended
     * @param changed called when anything looks otherwise
     */
    public LocalWork(ChangeTarget target, Consumer<UUID> cancel, Runnable changed) {
        this.target = target;
        this.cancel = cancel;
        this.changed = changed;
    }

    /** What is worked on now. */
    public void show(Optional<Operation> now) {
        underWay = now;
        changed.run();
    }

    @Override
    public List<OperationLine> lines() {
        return underWay.stream()
                .map(each -> new OperationLine(this, target, each, Optional.empty()))
                .toList();
    }

    @Override
    public List<Act> offered() {
        return List.of(Act.CANCEL);
    }

    @Override
    public void act(Act act, UUID operation) {
        if (act == Act.CANCEL) {
            cancel.accept(operation);
        }
    }
}
