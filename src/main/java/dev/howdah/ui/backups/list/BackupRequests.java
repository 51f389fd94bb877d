package dev.howdah.ui.backups.list;

import dev.howdah.core.Texts;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.capability.Capability;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.backups.asking.ChangeAsker;
import dev.howdah.ui.backups.copies.CopiesInLab;
import dev.howdah.ui.backups.recovery.RecoveryRequests;
import java.util.Optional;

/** Asks the provider for what a person wants of its backups. JavaFX thread. */
public final class BackupRequests {
    private static final Texts TEXTS = Texts.of(BackupRequests.class);

    private final BackupActs acts;
    private final BackupListViewModel model;
    private final CopiesInLab lab;
    private final RecoveryRequests recovery;
    private final ChangeAsker asker;
    private final Runnable readAgain;

    /**
     * @param readAgain has everything on the page read anew
     */
    public BackupRequests(
            BackupActs acts,
            BackupListViewModel model,
            CopiesInLab lab,
            RecoveryRequests recovery,
            Workbench workbench,
            Runnable readAgain) {
        this.acts = acts;
        this.model = model;
        this.lab = lab;
        this.recovery = recovery;
        this.asker = new ChangeAsker(workbench);
        this.readAgain = readAgain;
    }

    /** Why the provider does not offer it; empty when it does. */
    Optional<String> whyNot(Capability capability) {
        return acts.whyNot(capability);
    }

    void readAgain() {
        readAgain.run();
    }

    void backUpNow() {
        model.backupList().ifPresent(seen -> asker.ask(() -> acts.backUpNow(seen), readAgain));
    }

    void schedule(BackupSchedule from, BackupSchedule to) {
        asker.ask(() -> acts.schedule(from, to), readAgain);
    }

    /** Why this backup can't be restored into the lab from here; empty when it can. */
    Optional<String> whyNotIntoLab(Optional<BackupEntry> backup) {
        if (!lab.isOfTheLab()) {
            return Optional.of(TEXTS.text("backups.intoLab.notHere"));
        }
        return acts.whyNot(Capability.RECOVERY_INTO_NEW)
                .or(() ->
                        backup.filter(each -> each.state() == BackupEntry.State.DONE)
                                        .flatMap(BackupEntry::endedAt)
                                        .isPresent()
                                ? Optional.empty()
                                : Optional.of(TEXTS.text("backups.select")));
    }

    /** Restores this backup into a copy in the lab, after asking for its name. */
    void restoreIntoLab(BackupEntry backup) {
        backup.endedAt().ifPresent(recovery::intoNew);
    }
}
