package dev.howdah.provider.lab;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.OperationLog;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.operation.LabOperation;
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
import dev.howdah.provider.service.MaintenanceEntry;
import dev.howdah.provider.service.MaintenanceWindow;
import dev.howdah.provider.service.Metric;
import dev.howdah.provider.service.MetricSeries;
import dev.howdah.provider.service.ServiceConnection;
import dev.howdah.provider.service.ServiceEvent;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.provider.service.ServiceNode;
import dev.howdah.provider.service.Switch;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The lab, spoken to as any other provider. Its control plane is in this process. */
public final class LabProvider implements Provider {
    private static final Texts TEXTS = Texts.of(LabProvider.class);

    /** There is one lab. */
    public static final String ID = "lab";

    /** Its control plane is in this process, so looking costs nothing. */
    private static final Duration FOLLOW_PAUSE = Duration.ofSeconds(1);

    private final LabCluster lab;
    private final Clock clock;
    private final LabPlanChanges planChanges;
    private final LabBackups backups;
    private final LabDoor door;
    private final LabMeasures measures;
    private final LabMaintenance maintenance;

    public LabProvider(LabCluster lab, OperationLog log, Clock clock) {
        this.lab = lab;
        this.clock = clock;
        Submissions submissions = new Submissions(this, log, clock);
        planChanges = new LabPlanChanges(lab, submissions, this);
        backups = new LabBackups(lab.keeping(), submissions, this);
        door = new LabDoor(lab.keeping().admission(), submissions, this);
        measures = new LabMeasures(lab.keeping());
        maintenance = new LabMaintenance(lab, submissions, this);
    }

    @Override
    public String id() {
        return ID;
    }

    /** How making a copy looks among the operations of providers. */
    public static Operation told(LabOperation making) {
        return LabWork.told(making);
    }

    @Override
    public String providerName() {
        return TEXTS.text("name");
    }

    @Override
    public Capabilities capabilities() {
        return LabOffers.of(lab.keeping().retention());
    }

    @Override
    public Duration followPause() {
        return FOLLOW_PAUSE;
    }

    @Override
    public ServiceFacts facts() throws ProblemException {
        Optional<BackupSchedule> schedule =
                capabilities().offers(Capability.BACKUP_SCHEDULE)
                        ? Optional.of(backups.schedule())
                        : Optional.empty();
        return LabWords.facts(
                id(), lab.facts(), lab.version(), door.tls(), schedule, maintenance.window());
    }

    @Override
    public ServiceConnection connection() throws ProblemException {
        return LabWords.connection(lab.access(), lab.facts(), door.tls());
    }

    @Override
    public List<PlanOffer> plans() throws ProblemException {
        return LabPlans.offers(lab.facts().plan());
    }

    @Override
    public List<String> log(int limit) throws ProblemException {
        return lab.log(limit);
    }

    @Override
    public List<MaintenanceEntry> maintenance(int limit) throws ProblemException {
        return maintenance.list(limit);
    }

    @Override
    public List<ServiceEvent> events(int limit) {
        return lab.operations().all().stream().limit(limit).map(LabWork::event).toList();
    }

    @Override
    public Allowlist allowlist() throws ProblemException {
        return door.allowlist();
    }

    @Override
    public InetAddress ownAddress() throws ProblemException {
        return lab.keeping().admission().ownAddress();
    }

    @Override
    public BackupList backups() throws ProblemException {
        return backups.list();
    }

    @Override
    public BackupFile download(BackupEntry backup, long from, String sameAs)
            throws ProblemException {
        return backups.download(backup, from, sameAs);
    }

    @Override
    public RecoveryWindow recoveryWindow() throws ProblemException {
        capabilities().require(Capability.RECOVERY_WINDOW);
        return backups.window();
    }

    @Override
    public List<Metric> metrics() throws ProblemException {
        return measures.now();
    }

    @Override
    public List<MetricSeries> metricHistory(Set<Metric.Kind> kinds, Instant from, Instant to)
            throws ProblemException {
        return measures.history(kinds, from, to);
    }

    @Override
    public Operation follow(Operation operation) throws ProblemException {
        Optional<LabOperation> known = lab.operations().find(operation.id());
        boolean inForce =
                known.isEmpty()
                        && switch (operation.act()) {
                            case ALLOWLIST, SWITCH -> door.isInForce(operation);
                            case BACKUP_SCHEDULE -> backups.isInForce(operation);
                            case MAINTENANCE_WINDOW -> maintenance.isInForce(operation);
                            default -> false;
                        };
        return inForce
                ? operation.in(Operation.State.DONE, TEXTS.text("work.inForce"), clock.instant())
                : LabWork.seen(operation, known, clock);
    }

    @Override
    public Change changePlan(ChangeTarget target, ServiceFacts from, PlanOffer to)
            throws ProblemException {
        return planChanges.change(target, from.plan(), to);
    }

    @Override
    public Change changeAllowlist(ChangeTarget target, Allowlist seen, List<AllowRule> wanted)
            throws ProblemException {
        return door.changeAllowlist(target, seen.rules(), wanted);
    }

    @Override
    public Change turn(ChangeTarget target, Switch what, boolean on) throws ProblemException {
        capabilities().require(what.capability());
        return door.turnTls(target, on);
    }

    @Override
    public Change backUpNow(ChangeTarget target, BackupList seen) throws ProblemException {
        capabilities().require(Capability.BACKUP_NOW);
        return backups.backUpNow(target);
    }

    @Override
    public Change scheduleBackups(ChangeTarget target, BackupSchedule from, BackupSchedule to)
            throws ProblemException {
        capabilities().require(Capability.BACKUP_SCHEDULE);
        return backups.schedule(target, from, to);
    }

    @Override
    public Change moveMaintenance(ChangeTarget target, MaintenanceWindow from, MaintenanceWindow to)
            throws ProblemException {
        return maintenance.move(target, from, to);
    }

    @Override
    public Change failNode(ChangeTarget target, ServiceNode node) throws ProblemException {
        return maintenance.fail(target, node);
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
        return newService.isPresent()
                ? backups.recoverIntoNew(target, moment, newService.get())
                : backups.recover(target, moment);
    }

    @Override
    public Optional<Change> wayBack(ChangeTarget target, Operation operation) {
        return switch (operation.act()) {
            case PLAN_CHANGE -> planChanges.back(target, operation);
            case ALLOWLIST, SWITCH -> door.back(target, operation);
            case BACKUP_SCHEDULE -> backups.back(target, operation);
            case MAINTENANCE_WINDOW -> maintenance.back(target, operation);
            default -> Optional.empty();
        };
    }
}
