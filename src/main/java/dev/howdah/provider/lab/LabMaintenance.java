package dev.howdah.provider.lab;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.Operation.State;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.MaintenanceHour;
import dev.howdah.lab.WeeklyHour;
import dev.howdah.lab.fleet.Maintenance.Waiting;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.provider.Provider;
import dev.howdah.provider.Submissions;
import dev.howdah.provider.Submissions.Deed;
import dev.howdah.provider.Submissions.Draft;
import dev.howdah.provider.service.MaintenanceEntry;
import dev.howdah.provider.service.MaintenanceWindow;
import dev.howdah.provider.service.ServiceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The lab's maintenance in the words of providers, and failures on purpose. */
final class LabMaintenance {
    private static final Texts TEXTS = Texts.of(LabMaintenance.class);

    /** The id of what is ahead; everything past has an operation's. */
    private static final String NEXT = "next";

    private final LabCluster lab;
    private final Submissions submissions;
    private final Provider provider;

    LabMaintenance(LabCluster lab, Submissions submissions, Provider provider) {
        this.lab = lab;
        this.submissions = submissions;
        this.provider = provider;
    }

    MaintenanceWindow window() throws ProblemException {
        return words(lab.maintenance().hour());
    }

    private static MaintenanceWindow words(WeeklyHour hour) {
        return new MaintenanceWindow(hour.dayUtc(), hour.hourUtc(), WeeklyHour.LENGTH);
    }

    /** What the next hour will bring first. */
    List<MaintenanceEntry> list(int limit) throws ProblemException {
        List<MaintenanceEntry> all = new ArrayList<>();
        List<Waiting> waiting = lab.maintenance().waiting();
        if (!waiting.isEmpty()) {
            all.add(
                    new MaintenanceEntry(
                            NEXT,
                            TEXTS.text("maintenance.next", MaintenanceHour.names(waiting)),
                            MaintenanceEntry.State.AHEAD,
                            TEXTS.text("maintenance.ahead"),
                            Optional.empty(),
                            Optional.empty()));
        }
        lab.maintenance().past().stream().map(LabMaintenance::entry).forEach(all::add);
        return all.stream().limit(limit).toList();
    }

    private static MaintenanceEntry entry(LabOperation operation) {
        return new MaintenanceEntry(
                operation.id().toString(),
                operation.title(),
                switch (operation.state()) {
                    case RUNNING -> MaintenanceEntry.State.RUNNING;
                    case DONE -> MaintenanceEntry.State.DONE;
                    case PARTLY, FAILED -> MaintenanceEntry.State.FAILED;
                },
                operation.sentence(),
                Optional.of(operation.beganAt()),
                operation.endedAt());
    }

    Change move(ChangeTarget target, MaintenanceWindow from, MaintenanceWindow to) {
        return move(target, from, to, Map.of());
    }

    private Change move(
            ChangeTarget target,
            MaintenanceWindow from,
            MaintenanceWindow to,
            Map<String, String> more) {
        Map<String, String> memo = new TreeMap<>(more);
        memo.put(Operation.BEFORE, written(from));
        memo.put(Operation.AFTER, written(to));
        return submissions.change(
                new Draft(
                        Act.MAINTENANCE_WINDOW,
                        TEXTS.text("window.title", said(to)),
                        target,
                        TEXTS.text("window.preview", said(from), said(to)),
                        List.of(),
                        memo),
                new Deed() {
                    @Override
                    public Operation prepared(Operation planned) throws ProblemException {
                        if (!written(window()).equals(written(from))) {
                            throw new ProblemException(
                                    Problem.of(
                                            Problem.Kind.LOCKED,
                                            TEXTS.text("window.moved"),
                                            TEXTS.text("window.moved.remedy")));
                        }
                        return planned;
                    }

                    @Override
                    public Operation sent(Operation written) throws ProblemException {
                        lab.maintenance().move(written.id(), hour(to));
                        return provider.follow(written);
                    }
                });
    }

    private static String said(MaintenanceWindow window) {
        String day = window.dayUtc().name();
        return TEXTS.text(
                "window.at",
                day.charAt(0) + day.substring(1).toLowerCase(Locale.ROOT),
                window.hourUtc());
    }

    private static String written(MaintenanceWindow window) {
        return hour(window).text();
    }

    private static WeeklyHour hour(MaintenanceWindow window) {
        return new WeeklyHour(window.dayUtc(), window.hourUtc());
    }

    /** Whether the hour is what the operation made it. */
    boolean isInForce(Operation operation) throws ProblemException {
        return written(window()).equals(operation.memo().get(Operation.AFTER));
    }

    /** To the hour before; empty when there is nothing to take back. */
    Optional<Change> back(ChangeTarget target, Operation operation) {
        if (operation.state() != State.DONE) {
            return Optional.empty();
        }
        Map<String, String> undoes = Map.of(Operation.UNDOES, operation.id().toString());
        return memo(operation, Operation.BEFORE)
                .flatMap(from ->
                        memo(operation, Operation.AFTER).map(to -> move(target, to, from, undoes)));
    }

    private static Optional<MaintenanceWindow> memo(Operation operation, String key) {
        return Optional.ofNullable(operation.memo().get(key))
                .flatMap(WeeklyHour::of)
                .map(LabMaintenance::words);
    }

    /** What follows depends on the node's part, so it is said before. */
    Change fail(ChangeTarget target, ServiceNode node) {
        boolean alone = lab.plan().nodes() == 1;
        String consequence =
                node.role() != ServiceNode.Role.LEADER
                        ? "fail.standby"
                        : alone ? "fail.single" : "fail.primary";
        return submissions.change(
                new Draft(
                        Act.NODE_FAILURE,
                        TEXTS.text("fail.title", node.id()),
                        target,
                        TEXTS.text("fail.preview", node.id()),
                        List.of(TEXTS.text(consequence)),
                        Map.of(Operation.SUBJECT, node.id())),
                written -> {
                    lab.failNode(written.id(), node.id());
                    return provider.follow(written);
                });
    }
}
