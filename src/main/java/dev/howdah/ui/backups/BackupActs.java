package dev.howdah.ui.backups;

import dev.howdah.core.Change;
import dev.howdah.core.ChangeTarget;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.provider.Provider;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.capability.Capability;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes what the panel can ask of the provider. Every method may block. */
final class BackupActs {
    private static final Texts TEXTS = Texts.of(BackupActs.class);

    private final Provider provider;
    private final ChangeTarget target;

    BackupActs(Provider provider, ChangeTarget target) {
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

    /**
     * @param newService its name; empty restores in place
     * @param sessions connected now; empty when not known
     */
    Change recover(
            RecoveryWindow window,
            Instant moment,
            Optional<String> newService,
            Optional<Integer> sessions,
            Instant now)
            throws ProblemException {
        Change change = provider.recover(target, window, moment, newService);
        if (newService.isPresent()) {
            return change;
        }
        List<String> more = new ArrayList<>();
        more.add(TEXTS.text("recover.lost", Quantities.duration(Duration.between(moment, now))));
        sessions.ifPresent(count -> more.add(TEXTS.text("recover.cut", count)));
        return change.warning(more).askingForName();
    }
}
