package dev.howdah.ui.backups.list;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.provider.Provider;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.capability.Capability;
import java.util.List;
import java.util.Optional;

/** Describes backups on demand and their schedule, as the provider makes them. May block. */
public final class BackupActs {
    private static final Texts TEXTS = Texts.of(BackupActs.class);

    private final Provider provider;
    private final ChangeTarget target;

    public BackupActs(Provider provider, ChangeTarget target) {
        this.provider = provider;
        this.target = target;
    }

    /** Why not; empty when it is offered. */
    Optional<String> whyNot(Capability capability) {
        return provider.capabilities().whyNot(capability);
    }

    /** With how near the limit is, when the oldest would not go yet. */
    Change backUpNow(BackupList seen) throws ProblemException {
        Change change = provider.backUpNow(target, seen);
        if (seen.onDemandKept().isEmpty() || seen.full()) {
            return change;
        }
        int after = seen.onDemand().size() + 1;
        int kept = seen.onDemandKept().getAsInt();
        return change.warning(
                List.of(TEXTS.text(after == kept ? "quota.last" : "quota.left", after, kept)));
    }

    Change schedule(BackupSchedule from, BackupSchedule to) throws ProblemException {
        return provider.scheduleBackups(target, from, to);
    }
}
