package dev.howdah.lab.copies;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.file.PrivateFiles;
import dev.howdah.lab.archive.Restore;
import dev.howdah.lab.copies.CopyOrder.Archived;
import dev.howdah.lab.copies.CopyOrder.Filled;
import dev.howdah.lab.fleet.Parameters;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.LabProblems;
import dev.howdah.lab.node.RecoveringNode;
import dev.howdah.lab.operation.Course;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperation.Act;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes one copy, step by step. Works in the thread that calls. */
final class CopyMaking {
    private static final Texts TEXTS = Texts.of(CopyMaking.class);

    private final CopyOrder order;
    private final CopyOrigin origin;
    private final CopyFolder folder;
    private final LabNode node;
    private final Clock clock;

    /**
     * @param node of the copy; does not exist yet
     */
    CopyMaking(CopyOrder order, CopyOrigin origin, CopyFolder folder, LabNode node, Clock clock) {
        this.order = order;
        this.origin = origin;
        this.folder = folder;
        this.node = node;
        this.clock = clock;
    }

    /** What the copy's server is started with, each time. */
    static Map<String, String> settings() {
        return Parameters.alone("lab-copy");
    }

    LabOperation planned() {
        List<String> steps =
                switch (order.content()) {
                    case Archived _ ->
                            List.of(
                                    TEXTS.text("copy.seal"),
                                    TEXTS.text("copy.copy"),
                                    TEXTS.text("copy.replay"),
                                    TEXTS.text("copy.open"));
                    case Filled _ ->
                            List.of(
                                    TEXTS.text("copy.create"),
                                    TEXTS.text("copy.fill"),
                                    TEXTS.text("copy.open"));
                };
        String title = TEXTS.text("copy.title", order.name());
        return LabOperation.planned(
                order.id(),
                Act.COPY,
                title,
                steps,
                TEXTS.text("copy.running", order.server()),
                Map.of(),
                clock.instant());
    }

    /** Goes through the steps; the copy is whole on the disk when this returns. */
    LabCopy run(Course course, Runnable changed) throws ProblemException, InterruptedException {
        try {
            PrivateFiles.createFolder(folder.node());
        } catch (IOException e) {
            throw LabProblems.of(e, folder.path());
        }
        Optional<Instant> restoredTo =
                switch (order.content()) {
                    case Archived(Instant moment) -> {
                        restore(course, moment, changed);
                        yield Optional.of(moment);
                    }
                    case Filled(Filling filling, long _) -> {
                        fill(course, filling, changed);
                        yield Optional.empty();
                    }
                };
        return finished(course, restoredTo);
    }

    private void restore(Course course, Instant moment, Runnable changed)
            throws ProblemException, InterruptedException {
        step(course, changed, _ -> origin.seal());
        Restore restore = origin.plan(moment);
        step(
                course,
                changed,
                progress -> {
                    try {
                        new RecoveringNode(origin.primary()).copyPasswordTo(node);
                    } catch (IOException e) {
                        throw LabProblems.of(e, folder.path());
                    }
                    restore.into(node.data(), progress);
                    new CopyIsolation(node).detach();
                });
        step(course, changed, progress -> restore.recover(node, settings(), progress));
    }

    private void fill(Course course, Filling filling, Runnable changed)
            throws ProblemException, InterruptedException {
        step(
                course,
                changed,
                _ -> {
                    node.create(Parameters.INITDB);
                    node.start(settings());
                });
        step(
                course,
                changed,
                _ ->
                        filling.fill(
                                node.access(LabNode.MAINTENANCE_DATABASE),
                                what -> {
                                    course.say(what);
                                    changed.run();
                                }));
    }

    private LabCopy finished(Course course, Optional<Instant> restoredTo)
            throws ProblemException, InterruptedException {
        Instant began = course.operation().beganAt();
        LabCopy[] made = new LabCopy[1];
        course.step(_ -> {
            new CopyIsolation(node).renewPassword();
            Instant now = clock.instant();
            LabCopy copy =
                    new LabCopy(
                            order.id(),
                            order.name(),
                            order.server(),
                            order.original(),
                            restoredTo,
                            order.database(),
                            now,
                            Duration.between(began, now),
                            bytes(folder.path()));
            try {
                folder.finish(copy);
            } catch (IOException e) {
                throw LabProblems.of(e, folder.path());
            }
            made[0] = copy;
        });
        return made[0];
    }

    private static void step(Course course, Runnable changed, Course.Work work)
            throws ProblemException, InterruptedException {
        changed.run();
        course.step(progress ->
                work.run(share -> {
                    progress.accept(share);
                    changed.run();
                }));
    }

    /** Of all files; the server is at work, so anything may be gone any moment. */
    private static long bytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }
}
