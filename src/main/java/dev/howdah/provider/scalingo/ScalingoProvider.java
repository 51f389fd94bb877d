package dev.howdah.provider.scalingo;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.OperationLog;
import dev.howdah.provider.FoundDatabase;
import dev.howdah.provider.Provider;
import dev.howdah.provider.Submissions;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupFile;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.capability.Capabilities;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.provider.plan.VersionOffer;
import dev.howdah.provider.scalingo.call.ScalingoAddress;
import dev.howdah.provider.scalingo.call.ScalingoApi;
import dev.howdah.provider.scalingo.call.ScalingoCalls;
import dev.howdah.provider.scalingo.change.ScalingoChanges;
import dev.howdah.provider.scalingo.change.ScalingoFollow;
import dev.howdah.provider.scalingo.change.ScalingoSwitches;
import dev.howdah.provider.scalingo.change.ScalingoWork;
import dev.howdah.provider.scalingo.read.ScalingoConnection;
import dev.howdah.provider.scalingo.read.ScalingoFiles;
import dev.howdah.provider.scalingo.read.ScalingoReads;
import dev.howdah.provider.scalingo.read.ScalingoRecords;
import dev.howdah.provider.service.LogArchive;
import dev.howdah.provider.service.MaintenanceEntry;
import dev.howdah.provider.service.MaintenanceWindow;
import dev.howdah.provider.service.Metric;
import dev.howdah.provider.service.ProviderUser;
import dev.howdah.provider.service.RunningQuery;
import dev.howdah.provider.service.ServiceConnection;
import dev.howdah.provider.service.ServiceEvent;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.provider.service.Switch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One PostgreSQL database at Scalingo, of either product. */
public final class ScalingoProvider implements Provider {
    private final ScalingoAddress service;
    private final ScalingoCalls calls;
    private final ScalingoReads reads;
    private final ScalingoRecords records;
    private final ScalingoChanges changes;
    private final ScalingoFollow follow;

    /** What the plan is decides what is offered, so the last one seen is remembered. */
    private volatile String plan;

    ScalingoProvider(ScalingoApi api, FoundDatabase found, OperationLog log) {
        this.service = ScalingoAddress.of(found);
        this.plan = found.plan();
        this.calls = new ScalingoCalls(api, service);
        this.reads = new ScalingoReads(calls, service);
        this.records = new ScalingoRecords(calls, service);
        this.follow = new ScalingoFollow(reads);
        this.changes =
                new ScalingoChanges(
                        new ScalingoWork(
                                new Submissions(this, log, api.clock()), calls, reads, service));
    }

    @Override
    public String id() {
        return service.id();
    }

    @Override
    public String providerName() {
        return ScalingoApi.NAME;
    }

    @Override
    public Capabilities capabilities() {
        return ScalingoOffers.of(service.dedicated(), plan);
    }

    @Override
    public ServiceFacts facts() throws ProblemException {
        ServiceFacts facts = reads.facts();
        plan = facts.plan();
        return facts;
    }

    @Override
    public ServiceConnection connection() throws ProblemException {
        return new ScalingoConnection(calls, reads, service).read();
    }

    @Override
    public List<PlanOffer> plans() throws ProblemException {
        return reads.plans();
    }

    @Override
    public Allowlist allowlist() throws ProblemException {
        capabilities().require(Capability.ALLOWLIST);
        return reads.allowlist();
    }

    @Override
    public BackupList backups() throws ProblemException {
        capabilities().require(Capability.BACKUPS);
        return reads.backups(plan);
    }

    @Override
    public BackupFile download(BackupEntry backup, long from, String sameAs)
            throws ProblemException {
        capabilities().require(Capability.BACKUP_DOWNLOAD);
        return new ScalingoFiles(calls, service).download(backup, from, sameAs);
    }

    @Override
    public RecoveryWindow recoveryWindow() throws ProblemException {
        capabilities().require(Capability.RECOVERY_WINDOW);
        return reads.recoveryWindow();
    }

    @Override
    public List<ProviderUser> users() throws ProblemException {
        return reads.users();
    }

    @Override
    public List<VersionOffer> versions() throws ProblemException {
        return reads.versions();
    }

    @Override
    public List<MaintenanceEntry> maintenance(int limit) throws ProblemException {
        return records.maintenance(limit);
    }

    @Override
    public List<Metric> metrics() throws ProblemException {
        return reads.metrics();
    }

    @Override
    public List<String> log(int limit) throws ProblemException {
        return new ScalingoFiles(calls, service).log(limit);
    }

    @Override
    public List<LogArchive> logArchives() throws ProblemException {
        return records.logArchives();
    }

    @Override
    public BackupFile openLogArchive(LogArchive archive) throws ProblemException {
        return new ScalingoFiles(calls, service).logArchive(archive);
    }

    @Override
    public List<ServiceEvent> events(int limit) throws ProblemException {
        return records.events(limit);
    }

    @Override
    public List<RunningQuery> runningQueries() throws ProblemException {
        return reads.runningQueries();
    }

    @Override
    public Operation follow(Operation operation) throws ProblemException {
        return follow.seen(operation);
    }

    @Override
    public Change changePlan(ChangeTarget target, ServiceFacts from, PlanOffer to)
            throws ProblemException {
        return changes.moves().plan(target, from, to);
    }

    @Override
    public Change changeAllowlist(ChangeTarget target, Allowlist seen, List<AllowRule> wanted)
            throws ProblemException {
        capabilities().require(Capability.ALLOWLIST);
        return changes.allowlist(target, seen.rules(), wanted, Optional.empty());
    }

    @Override
    public Change turn(ChangeTarget target, Switch what, boolean on) throws ProblemException {
        capabilities().require(what.capability());
        return changes.switches().turn(target, what, on, Optional.empty());
    }

    @Override
    public Optional<String> whyNotTurn(
            Switch what, boolean on, Map<Switch, Switch.Position> positions) {
        return ScalingoSwitches.inTheWay(what, on, positions)
                .map(problem -> problem.sentence() + " " + problem.remedy());
    }

    @Override
    public Change backUpNow(ChangeTarget target, BackupList seen) throws ProblemException {
        capabilities().require(Capability.BACKUP_NOW);
        return changes.moves().backUp(target, seen);
    }

    @Override
    public Change scheduleBackups(ChangeTarget target, BackupSchedule from, BackupSchedule to)
            throws ProblemException {
        capabilities().require(Capability.BACKUP_SCHEDULE);
        return changes.switches().schedule(target, from, to, Optional.empty());
    }

    @Override
    public Change recover(
            ChangeTarget target, RecoveryWindow window, Instant moment, Optional<String> newService)
            throws ProblemException {
        capabilities()
                .require(
                        newService.isPresent()
                                ? Capability.RECOVERY_INTO_NEW
                                : Capability.RECOVERY_IN_PLACE);
        return changes.moves().recover(target, window, moment);
    }

    @Override
    public Change createUser(ChangeTarget target, String name, boolean readOnly, Secret password)
            throws ProblemException {
        return changes.users().create(target, name, readOnly, password);
    }

    @Override
    public Change dropUser(ChangeTarget target, ProviderUser user) throws ProblemException {
        return changes.users().drop(target, user);
    }

    @Override
    public Change setPassword(ChangeTarget target, ProviderUser user, Secret password)
            throws ProblemException {
        return changes.users().setPassword(target, user, password);
    }

    @Override
    public Change resetPassword(ChangeTarget target, ProviderUser user, Consumer<Secret> receiver)
            throws ProblemException {
        return changes.users().resetPassword(target, user, receiver);
    }

    @Override
    public Change upgrade(ChangeTarget target, ServiceFacts from, VersionOffer to)
            throws ProblemException {
        return changes.moves().upgrade(target, from, to);
    }

    @Override
    public Change moveMaintenance(ChangeTarget target, MaintenanceWindow from, MaintenanceWindow to)
            throws ProblemException {
        return changes.switches().window(target, from, to, Optional.empty());
    }

    @Override
    public Change endQuery(ChangeTarget target, RunningQuery query, boolean wholeSession)
            throws ProblemException {
        return changes.queries().endQuery(target, query, wholeSession);
    }

    @Override
    public Change collectStatementStatistics(ChangeTarget target) throws ProblemException {
        return changes.queries().collectStatistics(target);
    }

    @Override
    public Optional<Change> wayBack(ChangeTarget target, Operation operation) {
        return changes.wayBack(target, operation);
    }
}
