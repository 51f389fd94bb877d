package dev.howdah.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.bench.Report;
import dev.howdah.bench.ReportAtTheEnd;
import dev.howdah.lab.plan.LabPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the lab costs the desktop; on a quiet machine. */
@Tag("bench")
@ExtendWith(ReportAtTheEnd.class)
class LabCostBench {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void opensAgainInUnderTwoSeconds(@TempDir Path folder, Report report) throws Exception {
        SomeLab.copyTo(folder);
        LabCluster.open(SomeLab.in(folder)).close();
        long begin = System.nanoTime();
        try (LabCluster _ = LabCluster.open(SomeLab.in(folder))) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            report.atMost(2, "lab: opened again", seconds, "s");
        }
    }

    @Test
    void worksForUnderATenthOfACore(@TempDir Path folder, Report report) throws Exception {
        SomeLab.copyTo(folder);
        try (LabCluster lab = LabCluster.open(SomeLab.in(folder))) {
            long postmaster = postmaster(folder);
            lab.workload().start();
            CountDownLatch never = new CountDownLatch(1);
            assertTrue(!never.await(10, TimeUnit.SECONDS));
            double before = cpuSeconds(postmaster);
            assertTrue(!never.await(MINUTE.toSeconds(), TimeUnit.SECONDS));
            double share = 100 * (cpuSeconds(postmaster) - before) / MINUTE.toSeconds();
            report.atMost(10, "lab: server and workload, of one core", share, "%");
        }
    }

    @Test
    void threeNodesAtRestCostUnderATenthOfACore(@TempDir Path folder, Report report)
            throws Exception {
        SomeLab.copyTo(folder);
        try (LabCluster lab = LabCluster.open(SomeLab.in(folder))) {
            LabPlanTest.change(lab, LabPlan.PREMIUM_4);
            CountDownLatch never = new CountDownLatch(1);
            assertTrue(!never.await(5, TimeUnit.SECONDS));
            double before = allCpuSeconds(folder);
            assertTrue(!never.await(MINUTE.toSeconds(), TimeUnit.SECONDS));
            double share = 100 * (allCpuSeconds(folder) - before) / MINUTE.toSeconds();
            report.atMost(10, "lab: three nodes at rest, of one core", share, "%");
        }
    }

    /** Of this JVM and of three servers. */
    private static double allCpuSeconds(Path folder) throws Exception {
        double ownSeconds = cpuSeconds(ProcessHandle.current());
        double all = ownSeconds;
        for (int node = 1; node <= 3; node++) {
            all += cpuSeconds(postmaster(folder, node)) - ownSeconds;
        }
        return all;
    }

    private static long postmaster(Path folder) throws Exception {
        return postmaster(folder, 1);
    }

    private static long postmaster(Path folder, int node) throws Exception {
        Path file = folder.resolve("cluster/node-" + node + "/data/postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }

    /** Of this JVM, of the server's processes, and of those that have ended meanwhile. */
    private static double cpuSeconds(long postmaster) throws Exception {
        try (Stream<ProcessHandle> children =
                ProcessHandle.of(postmaster).orElseThrow().children()) {
            double running =
                    Stream.concat(
                                    children,
                                    Stream.of(
                                            ProcessHandle.current(),
                                            ProcessHandle.of(postmaster).orElseThrow()))
                            .mapToDouble(LabCostBench::cpuSeconds)
                            .sum();
            return running + endedChildrenCpuSeconds(postmaster);
        }
    }

    private static double cpuSeconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** Source: proc(5), fields cutime and cstime, in hundredths of a second. */
    private static double endedChildrenCpuSeconds(long pid) throws Exception {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
    }
}
