package dev.howdah.lab.fleet;

import dev.howdah.lab.fleet.Topology.Member;
import dev.howdah.lab.operation.KeyedFile;
import dev.howdah.lab.plan.LabPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps the topology on disk. */
record TopologyFile(Path path) {
    private static final String PLAN = "plan";
    private static final String SERVICE_PORT = "servicePort";
    private static final String PRIMARY = "primary";
    private static final String STANDBY_CONNECTIONS = "standbyConnections";
    private static final String MEMBERS = "members";

    /** Marks a member that has to be made anew. */
    private static final String ANEW = "!";

    void write(Topology topology) throws IOException {
        String members =
                topology.members().stream()
                        .map(member -> member.number() + (member.whole() ? "" : ANEW))
                        .collect(Collectors.joining(" "));
        KeyedFile.write(
                path,
                Map.of(
                        PLAN, topology.plan().name(),
                        SERVICE_PORT, Integer.toString(topology.servicePort()),
                        PRIMARY, Integer.toString(topology.primary()),
                        STANDBY_CONNECTIONS, Integer.toString(topology.standbyConnections()),
                        MEMBERS, members));
    }

    /** Empty when none was ever written. */
    Optional<Topology> read() throws IOException {
        Optional<Map<String, String>> values = KeyedFile.read(path);
        return values.isEmpty() ? Optional.empty() : Optional.of(topology(values.get()));
    }

    private Topology topology(Map<String, String> values) throws IOException {
        try {
            return new Topology(
                    LabPlan.valueOf(values.getOrDefault(PLAN, "")),
                    number(values, SERVICE_PORT),
                    number(values, PRIMARY),
                    number(values, STANDBY_CONNECTIONS),
                    members(values.getOrDefault(MEMBERS, "")));
        } catch (IllegalArgumentException e) {
            throw new IOException("not a topology: " + path, e);
        }
    }

    private static int number(Map<String, String> values, String key) {
        return Integer.parseInt(values.getOrDefault(key, ""));
    }

    private static List<Member> members(String text) {
        return Arrays.stream(text.split(" ", -1))
                .map(each ->
                        new Member(Integer.parseInt(each.replace(ANEW, "")), !each.endsWith(ANEW)))
                .toList();
    }
}
