package dev.howdah.health;

import java.util.List;

/** Every rule there is, with its usual limits. */
public final class HealthRules {
    public static final List<HealthRule> ALL =
            List.of(
                    new ConnectionsNearLimit(),
                    new BlockedSessions(),
                    new IdleInTransaction(),
                    new LongRunningStatement(),
                    new LongTransaction(),
                    new Deadlocks(),
                    new Rollbacks(),
                    new CacheHits(),
                    new TempFiles(),
                    new RequestedCheckpoints(),
                    new ReplicaLag(),
                    new StandbyCutOff(),
                    new InactiveSlot(),
                    new UnusableSlot(),
                    new ArchiverFailing(),
                    new ArchiveAge(),
                    new BackupAge(),
                    new OpenToEverybody(),
                    new TransactionIdWraparound(),
                    new MultixactWraparound(),
                    new OldestHorizon(),
                    new PreparedTransactions(),
                    new DeadRows(),
                    new SequencesNearEnd(),
                    new InvalidIndexes(),
                    new UnsafeSettings(),
                    new PendingRestart(),
                    new ChecksumFailures(),
                    new VersionSupport(),
                    new SuperuserLogins(),
                    new NotEncrypted(),
                    new StatementsNotCounted());

    private HealthRules() {}
}
