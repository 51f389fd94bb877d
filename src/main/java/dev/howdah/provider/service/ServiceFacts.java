package dev.howdah.provider.service;

import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service as its provider describes it.
 *
 * @param id the provider's own id of the service
 * @param name as the account's people call it
 * @param region the provider's name of it; empty when there is but one
 * @param providerState the provider's own word for the state
 * @param plan the name of the plan, that of a {@link Plan}
 * @param version as the provider writes it: "16.13.0-2"
 * @param nodes the leader first; empty when the provider tells none
 * @param switches those the provider has; one that is not in the map does not exist here
 * @param switchWords the provider's own words for its switches, for whoever looks for them there
 * @param otherFeatures names of further features that are on
 * @param schedule when backups are made; empty when the provider has no such thing
 * @param window when the provider may do maintenance; empty when it has no such thing
 * @param currentOperation the provider's id of what it is working on; empty when it is idle
 * @param createdAt empty when not told
 */
public record ServiceFacts(
        String id,
        String name,
        Optional<String> region,
        ServiceState state,
        String providerState,
        String plan,
        String version,
        List<ServiceNode> nodes,
        Map<Switch, Switch.Position> switches,
        Map<Switch, String> switchWords,
        List<String> otherFeatures,
        Optional<BackupSchedule> schedule,
        Optional<MaintenanceWindow> window,
        Optional<String> currentOperation,
        Optional<Instant> createdAt) {

    public ServiceFacts {
        nodes = List.copyOf(nodes);
        switches = Map.copyOf(switches);
        switchWords = Map.copyOf(switchWords);
        otherFeatures = List.copyOf(otherFeatures);
    }

    /** The highest role first, else in the order given. */
    public Optional<ServiceNode> leader() {
        return nodes.stream().filter(node -> node.role() == ServiceNode.Role.LEADER).findFirst();
    }

    /** Whether it runs and nothing is being done to it. */
    public boolean settled() {
        return state == ServiceState.RUNNING && currentOperation.isEmpty();
    }
}
