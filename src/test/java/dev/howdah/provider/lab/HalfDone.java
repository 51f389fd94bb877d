package dev.howdah.provider.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.Operation.State;
import dev.howdah.core.change.OperationLog;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.journal.JournalReader;
import dev.howdah.journal.JournaledChange;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.archive.DailyBackup;
import dev.howdah.provider.Operations;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.service.MaintenanceWindow;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.provider.service.Switch;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Changes of the lab in the middle of which a console stays until it is killed: TLS is forced and
 * the hour of maintenance moved without a note of it, and the hour of the backups is about to be.
 */
public final class HalfDone {
    private static final ChangeTarget LAB = new ChangeTarget("Lab", Environment.LAB, false);
    private static final Duration LATER = Duration.ofMinutes(1);

    private HalfDone() {}

    /** Returns when all of them have come so far. */
    public static void begin(LabCluster lab, Path folder) throws Exception {
        Clock clock = Clock.systemUTC();
        ServiceFacts facts = new LabProvider(lab, new FileOperationLog(folder), clock).facts();
        MaintenanceWindow window = facts.window().orElseThrow();
        CountDownLatch left = new CountDownLatch(3);
        LabProvider provider = new LabProvider(lab, new StuckLog(folder, left), clock);
        ChangeRunner runner = new ChangeRunner(new FileChangeLog(folder), clock);
        for (Change change :
                List.of(
                        provider.turn(LAB, Switch.FORCE_TLS, true),
                        provider.moveMaintenance(
                                LAB,
                                window,
                                new MaintenanceWindow(DayOfWeek.TUESDAY, 5, window.length())),
                        provider.scheduleBackups(
                                LAB, facts.schedule().orElseThrow(), BackupSchedule.dailyAt(22)))) {
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> {
                        try {
                            runner.run(change);
                        } catch (ProblemException e) {
                            throw new IllegalStateException(e);
                        }
                    });
        }
        if (!left.await(LATER.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(left.getCount() + " have not come so far");
        }
    }

    /** A log in which a console does not get over the writing of what came of something. */
    private record StuckLog(OperationLog log, CountDownLatch left) implements OperationLog {
        StuckLog(Path folder, CountDownLatch left) {
            this(new FileOperationLog(folder), left);
        }

        private void stick() {
            left.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Optional<Operation> begin(Operation operation) throws ProblemException {
            Optional<Operation> inTheWay = log.begin(operation);
            if (operation.act() == Act.BACKUP_SCHEDULE) {
                stick();
            }
            return inTheWay;
        }

        @Override
        public void write(Operation operation) {
            stick();
        }

        @Override
        public Operation replace(Operation seen, Operation now) {
            stick();
            return now;
        }

        @Override
        public Optional<Operation> find(UUID id) throws ProblemException {
            return log.find(id);
        }

        @Override
        public List<Operation> of(String service) throws ProblemException {
            return log.of(service);
        }
    }

    /** Asserts that the next start finds out what came of each, and can take it back. */
    public static void settle(LabCluster lab, Path folder) throws Exception {
        FileOperationLog log = new FileOperationLog(folder);
        assertEquals(
                List.of("CUT_OFF", "CUT_OFF", "CUT_OFF"),
                new JournalReader(
                                new FileChangeLog(folder), log, _ -> false, LabProvider.ID::equals)
                        .read(10).changes().stream()
                                .map(JournaledChange::result)
                                .map(Enum::name)
                                .toList());
        Clock later = Clock.offset(Clock.systemUTC(), LATER);
        LabProvider provider = new LabProvider(lab, log, later);
        Map<Act, Operation> seen =
                new Operations(provider, log, later)
                        .look().stream().collect(Collectors.toMap(Operation::act, each -> each));
        Map<Act, State> states = new TreeMap<>();
        seen.forEach((act, operation) -> states.put(act, operation.state()));
        assertEquals(
                Map.of(
                        Act.SWITCH, State.DONE,
                        Act.MAINTENANCE_WINDOW, State.DONE,
                        Act.BACKUP_SCHEDULE, State.FAILED),
                states);
        assertEquals(true, lab.keeping().admission().rules().forceTls());
        assertEquals("TUESDAY 5", lab.maintenance().hour().text());
        assertEquals(DailyBackup.USUAL, lab.keeping().archive().daily());

        for (Act act : List.of(Act.SWITCH, Act.MAINTENANCE_WINDOW)) {
            provider.wayBack(LAB, Objects.requireNonNull(seen.get(act)))
                    .orElseThrow()
                    .action()
                    .run();
        }
        assertEquals(false, lab.keeping().admission().rules().forceTls());
        assertEquals("SUNDAY 4", lab.maintenance().hour().text());
    }
}
