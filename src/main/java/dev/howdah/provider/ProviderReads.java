package dev.howdah.provider;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Operation;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupFile;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.capability.Capabilities;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.provider.plan.VersionOffer;
import dev.howdah.provider.service.LogArchive;
import dev.howdah.provider.service.MaintenanceEntry;
import dev.howdah.provider.service.Metric;
import dev.howdah.provider.service.MetricSeries;
import dev.howdah.provider.service.ProviderUser;
import dev.howdah.provider.service.RunningQuery;
import dev.howdah.provider.service.ServiceConnection;
import dev.howdah.provider.service.ServiceEvent;
import dev.howdah.provider.service.ServiceFacts;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a provider tells about a service. Each read asks the provider anew, changes nothing there
 * and may be repeated. What is not offered throws NOT_SUPPORTED with the reason of {@link
 * Capabilities#whyNot}; every other failure is a {@link ProblemException} too.
 */
public interface ProviderReads {

    Capabilities capabilities();

    default ServiceFacts facts() throws ProblemException {
        throw capabilities().refusal(Capability.FACTS);
    }

    default ServiceConnection connection() throws ProblemException {
        throw capabilities().refusal(Capability.CONNECTION);
    }

    /** Every plan one could be on, in the provider's order, with the present one among them. */
    default List<PlanOffer> plans() throws ProblemException {
        throw capabilities().refusal(Capability.PLANS);
    }

    default Allowlist allowlist() throws ProblemException {
        throw capabilities().refusal(Capability.ALLOWLIST);
    }

    /** The address by which the provider sees this desktop. */
    default InetAddress ownAddress() throws ProblemException {
        throw capabilities().refusal(Capability.OWN_ADDRESS);
    }

    /** Newest first. */
    default BackupList backups() throws ProblemException {
        throw capabilities().refusal(Capability.BACKUPS);
    }

    /**
     * Opens a backup's file for reading. Links of providers expire, so ask for a new one when
     * reading breaks, and go on where it broke.
     *
     * @param from the first byte wanted, 0 for the whole file
     * @param sameAs the {@link BackupFile#version} of the part one has; when the file is another
     *     one by now, or can't be had from there, it comes from byte 0
     */
    default BackupFile download(BackupEntry backup, long from, String sameAs)
            throws ProblemException {
        throw capabilities().refusal(Capability.BACKUP_DOWNLOAD);
    }

    default RecoveryWindow recoveryWindow() throws ProblemException {
        throw capabilities().refusal(Capability.RECOVERY_WINDOW);
    }

    default List<ProviderUser> users() throws ProblemException {
        throw capabilities().refusal(Capability.USERS);
    }

    /** Those one may go to now, nearest first; empty when the newest is running. */
    default List<VersionOffer> versions() throws ProblemException {
        throw capabilities().refusal(Capability.VERSION_UPGRADE);
    }

    /** Planned and past work of the provider, newest first, at most {@code limit}. */
    default List<MaintenanceEntry> maintenance(int limit) throws ProblemException {
        throw capabilities().refusal(Capability.MAINTENANCE_LIST);
    }

    default List<Metric> metrics() throws ProblemException {
        throw capabilities().refusal(Capability.METRICS);
    }

    /** One series for each kind and node that the provider keeps; points oldest first. */
    default List<MetricSeries> metricHistory(Set<Metric.Kind> kinds, Instant from, Instant to)
            throws ProblemException {
        throw capabilities().refusal(Capability.METRIC_HISTORY);
    }

    /** The newest lines of the server's log, oldest first, at most {@code limit}. */
    default List<String> log(int limit) throws ProblemException {
        throw capabilities().refusal(Capability.LOGS);
    }

    /** Newest first. */
    default List<LogArchive> logArchives() throws ProblemException {
        throw capabilities().refusal(Capability.LOG_ARCHIVES);
    }

    /** Opens a stretch of the log that was put away, for reading from its first byte. */
    default BackupFile openLogArchive(LogArchive archive) throws ProblemException {
        throw capabilities().refusal(Capability.LOG_ARCHIVES);
    }

    /** What happened to the service by the provider's records, newest first. */
    default List<ServiceEvent> events(int limit) throws ProblemException {
        throw capabilities().refusal(Capability.EVENTS);
    }

    default List<RunningQuery> runningQueries() throws ProblemException {
        throw capabilities().refusal(Capability.RUNNING_QUERIES);
    }

    /**
     * Reads the provider's state to find out how far an operation is; sends no change. Called for
     * operations that have not ended, and only through {@link Operations}, which keeps the result.
     * For one that {@link Operation.State#mayBeUnsent} this decides whether it ever happened: it
     * stays UNSURE until the adapter is certain, then becomes RUNNING, DONE or FAILED.
     */
    default Operation follow(Operation operation) throws ProblemException {
        throw capabilities().refusal(Capability.FACTS);
    }
}
