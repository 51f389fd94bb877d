package dev.howdah.health.checkup;

import dev.howdah.health.HealthRule;
import dev.howdah.health.archive.ArchiveAge;
import dev.howdah.health.archive.ArchiverFailing;
import dev.howdah.health.configuration.InvalidIndexes;
import dev.howdah.health.configuration.NotEncrypted;
import dev.howdah.health.configuration.PendingRestart;
import dev.howdah.health.configuration.SequencesNearEnd;
import dev.howdah.health.configuration.StatementsNotCounted;
import dev.howdah.health.configuration.SuperuserLogins;
import dev.howdah.health.configuration.UnsafeSettings;
import dev.howdah.health.configuration.VersionSupport;
import dev.howdah.health.provider.BackupAge;
import dev.howdah.health.provider.OpenToEverybody;
import dev.howdah.health.provider.PublicAccess;
import dev.howdah.health.replication.InactiveSlot;
import dev.howdah.health.replication.ReplicaLag;
import dev.howdah.health.replication.StandbyCutOff;
import dev.howdah.health.replication.UnusableSlot;
import dev.howdah.health.session.BlockedSessions;
import dev.howdah.health.session.IdleInTransaction;
import dev.howdah.health.session.LongRunningStatement;
import dev.howdah.health.session.LongTransaction;
import dev.howdah.health.vacuum.DeadRows;
import dev.howdah.health.vacuum.MultixactWraparound;
import dev.howdah.health.vacuum.OldestHorizon;
import dev.howdah.health.vacuum.PreparedTransactions;
import dev.howdah.health.vacuum.TransactionIdWraparound;
import dev.howdah.health.vitals.CacheHits;
import dev.howdah.health.vitals.ChecksumFailures;
import dev.howdah.health.vitals.ConnectionsNearLimit;
import dev.howdah.health.vitals.Deadlocks;
import dev.howdah.health.vitals.RequestedCheckpoints;
import dev.howdah.health.vitals.Rollbacks;
import dev.howdah.health.vitals.TempFiles;
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
                    new PublicAccess(),
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
