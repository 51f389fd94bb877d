package dev.howdah.lab;

import dev.howdah.bench.Report;
import dev.howdah.bench.ReportAtTheEnd;
import dev.howdah.lab.plan.LabPlan;
import dev.howdah.testing.TestClusters;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a plan change of the sample database takes, beside a plain copy of its files. */
@Tag("bench")
@ExtendWith(ReportAtTheEnd.class)
class LabPlanChangeBench {

    @Test
    void changesThePlanInLittleMoreThanACopyTakes(@TempDir Path folder, Report report)
            throws Exception {
        SomeLab.copyTo(folder);
        double copy =
                seconds(() ->
                        TestClusters.copy(
                                folder.resolve("cluster/node-1/data"), folder.resolve("copy")));
        TestClusters.delete(folder.resolve("copy"));
        try (LabCluster lab = LabCluster.open(SomeLab.in(folder));
                SteadyWriter writer = new SteadyWriter(lab.access())) {
            report.figure("lab: plain copy of the sample database's files", copy, "s");
            report.figure(
                    "lab: Startup-4 to Business-16, one standby built",
                    seconds(() -> LabPlanTest.change(lab, LabPlan.BUSINESS_16)),
                    "s");
            report.figure(
                    "lab: Business-16 to Premium-8, one standby built",
                    seconds(() -> LabPlanTest.change(lab, LabPlan.PREMIUM_8)),
                    "s");
            report.figure(
                    "lab: Premium-8 to Hobbyist, two nodes removed",
                    seconds(() -> LabPlanTest.change(lab, LabPlan.HOBBYIST)),
                    "s");
            report.atMost(
                    5, "lab: longest time without a commit", inSeconds(writer.longestGap()), "s");
        }
    }

    @Test
    void replacesADeadPrimaryInSeconds(@TempDir Path folder, Report report) throws Exception {
        SomeLab.copyTo(folder);
        try (LabCluster lab = LabCluster.open(SomeLab.in(folder))) {
            LabPlanTest.change(lab, LabPlan.BUSINESS_4);
            try (SteadyWriter writer = new SteadyWriter(lab.access())) {
                lab.killNode(1);
                SomeLab.settleAfterFailure(lab);
                report.atMost(
                        5,
                        "lab: no commit after the primary was killed, for",
                        inSeconds(writer.longestGap()),
                        "s");
            }
        }
    }

    /** Does something. */
    @FunctionalInterface
    private interface Act {
        void run() throws Exception;
    }

    private static double seconds(Act act) throws Exception {
        long begin = System.nanoTime();
        act.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double inSeconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
