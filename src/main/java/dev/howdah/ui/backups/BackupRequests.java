package dev.howdah.ui.backups;

import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.capability.Capability;
import java.util.Optional;

/** What a person on the page of backups can ask for. JavaFX thread. */
interface BackupRequests {

    /** Why the provider does not offer it; empty when it does. */
    Optional<String> whyNot(Capability capability);

    /** Reads everything anew. */
    void retry();

    /** Shows what the page sends. */
    void showRequests();

    void backUpNow();

    void schedule(BackupSchedule from, BackupSchedule to);

    /** Goes back to the picked moment, in place. */
    void recoverInPlace();

    /** Goes back to the picked moment in a new service, after asking for its name. */
    void recoverIntoNew();

    /** Whether a new service is a copy in the lab. */
    boolean newOnesAreInTheLab();

    /** Why this backup can't be restored into the lab from here; empty when it can. */
    Optional<String> whyNotIntoLab(Optional<BackupEntry> backup);

    /** Restores this backup into a copy in the lab, after asking for its name. */
    void restoreIntoLab(BackupEntry backup);
}
