package dev.howdah.ui.operations;

import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lists what the tabs have this desktop work on, each until it has ended. UI thread only. */
public final class LocalWorks {
    private final OperationsViewModel operations;
    private final Map<UUID, LocalWork> works = new HashMap<>();

    public LocalWorks(OperationsViewModel operations) {
        this.operations = operations;
    }

    /**
     * @param now as it stands
     * @param cancel gives it up; returns before it has ended
     */
    public void show(ChangeTarget where, Operation now, Runnable cancel) {
        if (now.state().ended()) {
            Optional.ofNullable(works.remove(now.id())).ifPresent(operations::remove);
            return;
        }
        works.computeIfAbsent(now.id(), _ -> added(where, cancel)).show(Optional.of(now));
    }

    private LocalWork added(ChangeTarget where, Runnable cancel) {
        LocalWork work = new LocalWork(where, _ -> cancel.run(), operations::arrange);
        operations.add(work);
        return work;
    }
}
