package dev.howdah.lab;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperation.Step;
import dev.howdah.lab.plan.LabPlan;
import dev.howdah.provider.lab.HalfDone;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Another instance of the console, as far as the lab goes: opens the lab, says on standard output
 * how far it is, and closes it when standard input ends. Given a plan it changes to it first, and
 * says which step is under way; given a folder, too, it leaves some changes half-done before, whose
 * journal is there. It exists to be killed.
 */
final class LabChild {
    /** How its last line about a change begins. */
    static final String CHANGED = "CHANGED ";

    private static final long LOOK_NANOS = 500_000;

    private LabChild() {}

    public static void main(String... arguments) throws Exception {
        PrintStream out = System.out;
        LabOpening opening =
                new LabOpening(
                        Path.of(arguments[0]),
                        Path.of(arguments[1]),
                        progress -> out.println(progress.step() + " " + progress.overall()));
        try (LabCluster lab = LabCluster.open(opening)) {
            if (arguments.length > 3) {
                HalfDone.begin(lab, Path.of(arguments[3]));
            }
            if (arguments.length > 2) {
                change(lab, LabPlan.valueOf(arguments[2]), out);
            } else {
                lab.workload().start();
            }
            while (System.in.read() != -1) {
                out.println("WORKING");
            }
        } catch (ProblemException e) {
            out.println("PROBLEM " + e.problem().sentence());
        }
    }

    private static void change(LabCluster lab, LabPlan to, PrintStream out)
            throws ProblemException {
        while (!lab.facts().settled()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        UUID id = UUID.randomUUID();
        lab.changePlan(id, to);
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
                out.println("STEP " + said);
            }
            LockSupport.parkNanos(LOOK_NANOS);
            operation = lab.operations().find(id).orElseThrow();
        }
        out.println(CHANGED + operation.state());
    }
}
