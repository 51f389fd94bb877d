package dev.howdah.lab;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.lab.archive.DailyBackup;
import dev.howdah.lab.archive.InPlaceRecovery;
import dev.howdah.lab.archive.LabArchive;
import dev.howdah.lab.archive.RecoverableTime;
import dev.howdah.lab.archive.RecoveryTarget;
import dev.howdah.lab.archive.Restore;
import dev.howdah.lab.archive.Retention;
import dev.howdah.lab.backup.BackupFacts.Kind;
import dev.howdah.lab.control.Control;
import dev.howdah.lab.copies.LabCopies;
import dev.howdah.lab.fleet.Fleet;
import dev.howdah.lab.fleet.Topology.Member;
import dev.howdah.lab.metrics.NodeMetrics;
import dev.howdah.lab.metrics.NodeUse;
import dev.howdah.lab.node.ControlPlane;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperation.Act;
import dev.howdah.lab.operation.LabOperation.State;
import dev.howdah.lab.operation.LabOperations;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the lab's control plane does beside its plans: backups and going back in time, and what the
 * nodes take. Any thread may call; every call may block for seconds.
 */
public final class LabKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(LabKeeping.class);
    private static final Texts TEXTS = Texts.of(LabKeeping.class);

    private final LabArchive archive;
    private final LabAdmission admission;
    private final Fleet fleet;
    private final Control control;
    private final LabOperations book;
    private final LabCopies copies;
    private final Clock clock;
    private final Map<Integer, NodeMetrics> metrics = new ConcurrentHashMap<>();

    LabKeeping(
            LabRecovery kept,
            Fleet fleet,
            Control control,
            LabOperations book,
            LabCopies copies,
            Clock clock) {
        this.archive = kept.archive();
        this.admission = new LabAdmission(kept, fleet, book, clock);
        this.fleet = fleet;
        this.control = control;
        this.book = book;
        this.copies = copies;
        this.clock = clock;
    }

    /** The backups and the WAL. */
    public LabArchive archive() {
        return archive;
    }

    /** Who may connect to the service. */
    public LabAdmission admission() {
        return admission;
    }

    /** Clusters of their own beside the service, made of its archive or of files. */
    public LabCopies copies() {
        return copies;
    }

    /** To where one can go back. */
    public RecoverableTime window() throws ProblemException {
        return archive.window(fleet.primary().server().isPresent());
    }

    /** How long backups and WAL are kept on the present plan. */
    public Retention retention() {
        return new Retention(fleet.topology().plan().retention());
    }

    /**
     * Begins a base backup; the lab's operations tell how far it is. LOCKED while something else is
     * under way, NOT_SUPPORTED on a plan without backups.
     *
     * @param id names the operation
     */
    public void backUp(UUID id, Kind kind) throws ProblemException {
        requireBackups();
        LabOperation planned =
                planned(id, Act.BACKUP, "backup.title", List.of(TEXTS.text("backup.step")));
        control.submit(
                planned,
                course -> {
                    course.step(progress ->
                            archive.backUp(
                                    fleet.primary().data(), controlAccess(), kind, progress));
                    course.end(State.DONE, TEXTS.text("backup.done"));
                });
    }

    /**
     * Begins to take the service back to a moment, in its place. LOCKED while something else is
     * under way, BAD_INPUT when the archive does not reach there.
     */
    public void recover(UUID id, Instant moment) throws ProblemException {
        requireBackups();
        RecoverableTime window = window();
        if (window.earliest().isEmpty()
                || moment.isBefore(window.earliest().get())
                || moment.isAfter(window.latest().orElse(Instant.MAX))) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.BAD_INPUT,
                            TEXTS.text("recovery.outside"),
                            TEXTS.text("recovery.outside.remedy")));
        }
        LabOperation planned =
                planned(
                        id,
                        Act.RECOVERY,
                        "recovery.title",
                        List.of(
                                TEXTS.text("recovery.seal"),
                                TEXTS.text("recovery.copy"),
                                TEXTS.text("recovery.replay")),
                        moment);
        control.submit(
                planned,
                course -> {
                    course.step(_ -> archive.seal(controlAccess()));
                    InPlaceRecovery place = new InPlaceRecovery(fleet.primary());
                    Restore restore = archive.plan(new RecoveryTarget.Moment(moment));
                    course.step(progress -> place.prepare(restore, progress));
                    course.step(progress ->
                            fleet.replaceData((_, settings) -> {
                                place.swap();
                                place.recover(restore, settings, progress);
                            }));
                    course.end(State.DONE, TEXTS.text("recovery.done", moment));
                });
    }

    /** Sets when a backup is made by itself; in force when this returns. */
    public void setDaily(UUID id, DailyBackup daily) throws ProblemException {
        requireBackups();
        archive.setDaily(daily);
        String said =
                daily.on() ? TEXTS.text("daily.on", daily.hourUtc()) : TEXTS.text("daily.off");
        note(id, Act.SCHEDULE, TEXTS.text("daily.title"), said);
    }

    /** What the running nodes take, by number. */
    public Map<Integer, NodeUse> use() throws ProblemException {
        Map<Integer, NodeUse> use = new TreeMap<>();
        for (Member member : fleet.topology().members()) {
            int number = member.number();
            Optional<NodeUse> seen =
                    metrics.computeIfAbsent(
                                    number, each -> new NodeMetrics(fleet.node(each), clock))
                            .look();
            seen.ifPresent(each -> use.put(number, each));
        }
        return use;
    }

    /**
     * Makes the first backup of a lab that was just made, so that it can be restored from its first
     * minute on. A lab without it is usable; {@link #tend} tries again.
     *
     * @param progress told the share done, 0 to 1
     */
    void backUpNew(DoubleConsumer progress) throws InterruptedException {
        if (retention().keepsNothing()) {
            return;
        }
        try {
            archive.backUp(fleet.primary().data(), controlAccess(), Kind.SCHEDULED, progress);
        } catch (ProblemException e) {
            // files and sockets of an interrupted thread are closed under its hands
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LOG.warn("{} {}", e.problem().sentence(), e.problem().detail());
        }
    }

    /** Makes the daily backup when it is time, and removes what is kept no longer. */
    void tend() {
        try {
            // what a copy is being made of must not be removed
            if (book.underWay().isPresent() || book.underWayBeside().isPresent()) {
                return;
            }
            archive.tidy(retention());
            admission.renewCertificate();
            if (!retention().keepsNothing()
                    && archive.daily().due(archive.list(), clock.instant())) {
                backUp(UUID.randomUUID(), Kind.SCHEDULED);
            }
        } catch (ProblemException e) {
            LOG.warn("{} {}", e.problem().sentence(), e.problem().detail());
        } catch (RuntimeException e) {
            // else the next times would be left out
            LOG.error("the lab's archive could not be tended", e);
        }
    }

    private LabAccess controlAccess() throws ProblemException {
        return new ControlPlane(fleet.primary()).access(LabNode.MAINTENANCE_DATABASE);
    }

    private void requireBackups() throws ProblemException {
        if (retention().keepsNothing()) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.NOT_SUPPORTED,
                            TEXTS.text("backup.notOnPlan", fleet.topology().plan().title()),
                            TEXTS.text("backup.notOnPlan.remedy")));
        }
    }

    private LabOperation planned(
            UUID id, Act act, String titleKey, List<String> steps, Object... arguments) {
        String title = TEXTS.text(titleKey, arguments);
        return LabOperation.planned(
                id, act, title, steps, TEXTS.text("running", title), Map.of(), clock.instant());
    }

    private void note(UUID id, Act act, String title, String sentence) throws ProblemException {
        book.note(LabOperation.done(id, act, title, sentence, clock.instant()));
    }
}
