package dev.howdah.lab.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/**
 * A server's processes, as the operating system counts them.
 *
 * @param cpuMillis used by each, by process id and start
 * @param memoryBytes of all, with what they share counted once
 * @param age of the oldest
 */
record ProcessTree(Map<String, Long> cpuMillis, long memoryBytes, Duration age) {

    /** Loads native code, so it is made when the first metric is asked for. */
    private static final class Native {
        static final OperatingSystem OPERATING = new SystemInfo().getOperatingSystem();
    }

    static ProcessTree of(ProcessHandle server) {
        List<Integer> ids = new ArrayList<>(List.of((int) server.pid()));
        server.descendants().forEach(each -> ids.add((int) each.pid()));
        Map<String, Long> cpuMillis = new HashMap<>();
        long privateBytes = 0;
        long sharedBytes = 0;
        long ageMillis = 1;
        for (OSProcess process : Native.OPERATING.getProcesses(ids)) {
            cpuMillis.put(
                    process.getProcessID() + " " + process.getStartTime(),
                    process.getKernelTime() + process.getUserTime());
            // where the system does not tell them apart, all is taken for its own
            long own = process.getPrivateResidentMemory();
            long resident = process.getResidentMemory();
            privateBytes += own > 0 ? Math.min(own, resident) : resident;
            sharedBytes = Math.max(sharedBytes, own > 0 ? Math.max(0, resident - own) : 0);
            ageMillis = Math.max(ageMillis, process.getUpTime());
        }
        return new ProcessTree(
                Map.copyOf(cpuMillis), privateBytes + sharedBytes, Duration.ofMillis(ageMillis));
    }

    /** What was used since the other one was seen. */
    Duration cpuSince(ProcessTree before) {
        long millis = 0;
        for (Map.Entry<String, Long> process : cpuMillis.entrySet()) {
            long used = before.cpuMillis().getOrDefault(process.getKey(), 0L);
            millis += Math.max(0, process.getValue() - used);
        }
        return Duration.ofMillis(millis);
    }

    static ProcessTree empty() {
        return new ProcessTree(Map.of(), 0, Duration.ZERO);
    }
}
