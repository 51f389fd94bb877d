package dev.howdah.lab;

import dev.howdah.core.ProblemException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Another instance of the console, as far as the lab goes: opens the lab, says on standard output
 * how far it is, and closes it when standard input ends. It exists to be killed.
 */
final class LabChild {
    private LabChild() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        LabOpening opening =
                new LabOpening(
                        Path.of(arguments[0]),
                        Path.of(arguments[1]),
                        progress -> out.println(progress.step() + " " + progress.overall()));
        try (LabCluster lab = LabCluster.open(opening)) {
            lab.workload().start();
            while (System.in.read() != -1) {
                out.println("WORKING");
            }
        } catch (ProblemException e) {
            out.println("PROBLEM " + e.problem().sentence());
        }
    }
}
