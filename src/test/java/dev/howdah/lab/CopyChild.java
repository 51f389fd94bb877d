package dev.howdah.lab;

import dev.howdah.lab.copies.CopyOrder;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperation.Step;
import dev.howdah.testing.ChildProgram;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * Another instance of the console that restores a moment into a copy, says which step is under way,
 * starts what it has made, and stands still. It exists to be killed.
 */
final class CopyChild {
    private static final long LOOK_NANOS = 500_000;

    private CopyChild() {}

    public static void main(String... arguments) throws Exception {
        LabCluster lab =
                LabCluster.open(
                        new LabOpening(Path.of(arguments[0]), Path.of(arguments[1]), _ -> {}));
        UUID id = UUID.fromString(arguments[2]);
        lab.keeping()
                .copies()
                .make(
                        new CopyOrder(
                                id,
                                "killed",
                                "Lab",
                                Optional.empty(),
                                "techcorp",
                                new CopyOrder.Archived(Instant.parse(arguments[3]))));
        String said = "";
        LabOperation operation = lab.operations().find(id).orElseThrow();
        while (!operation.state().ended()) {
            String now =
                    operation.steps().stream()
                            .filter(step -> step.progress() == Step.Progress.UNDER_WAY)
                            .map(Step::name)
                            .findFirst()
                            .orElse(said);
            if (!now.equals(said)) {
                said = now;
                ChildProgram.say(said);
            }
            LockSupport.parkNanos(LOOK_NANOS);
            operation = lab.operations().find(id).orElseThrow();
        }
        ChildProgram.say(operation.sentence());
        ChildProgram.say("port " + lab.keeping().copies().start(id).port());
        new CountDownLatch(1).await();
    }
}
