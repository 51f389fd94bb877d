package dev.howdah.provider.lab;

import dev.howdah.core.Texts;
import dev.howdah.lab.LabFacts;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.service.MaintenanceWindow;
import dev.howdah.provider.service.ServiceConnection;
import dev.howdah.provider.service.ServiceConnection.Endpoint;
import dev.howdah.provider.service.ServiceConnection.Reachable;
import dev.howdah.provider.service.ServiceConnection.Tls;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.provider.service.ServiceNode;
import dev.howdah.provider.service.ServiceState;
import dev.howdah.provider.service.Switch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the lab is, in the words of providers. */
final class LabWords {
    private static final Texts TEXTS = Texts.of(LabWords.class);

    private LabWords() {}

    /**
     * @param version the server's
     * @param tls whether it is forced
     * @param schedule empty on a plan without backups
     */
    static ServiceFacts facts(
            String id,
            LabFacts lab,
            String version,
            Switch.Position tls,
            Optional<BackupSchedule> schedule,
            MaintenanceWindow window) {
        ServiceState state = state(lab);
        return new ServiceFacts(
                id,
                TEXTS.text("name"),
                Optional.empty(),
                state,
                TEXTS.text("state." + state.name()),
                lab.plan().title(),
                version,
                lab.nodes().stream().map(node -> node(node)).toList(),
                Map.of(Switch.FORCE_TLS, tls),
                Map.of(),
                List.of(),
                schedule,
                Optional.of(window),
                lab.underWay().map(operation -> operation.id().toString()),
                Optional.empty());
    }

    private static ServiceState state(LabFacts lab) {
        if (lab.underWay().isPresent()) {
            return ServiceState.CHANGING;
        }
        return lab.nodes().stream()
                .filter(LabFacts.Node::primary)
                .findFirst()
                .map(node -> state(node.state()))
                .orElse(ServiceState.FAILED);
    }

    private static ServiceState state(LabFacts.State state) {
        return switch (state) {
            case BUILDING -> ServiceState.CREATING;
            case STARTING -> ServiceState.CHANGING;
            case RUNNING -> ServiceState.RUNNING;
            case DOWN -> ServiceState.FAILED;
        };
    }

    private static ServiceNode node(LabFacts.Node node) {
        ServiceState state = state(node.state());
        return new ServiceNode(
                node.name(),
                Optional.empty(),
                node.primary() ? ServiceNode.Role.LEADER : ServiceNode.Role.FOLLOWER,
                state,
                TEXTS.text("state." + state.name()));
    }

    static ServiceConnection connection(LabAccess access, LabFacts lab, Switch.Position forced) {
        Tls tls = forced == Switch.Position.ON ? Tls.REQUIRED : Tls.OFFERED;
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.add(
                endpoint(access.host(), access.port(), tls, false, TEXTS.text("endpoint.service")));
        for (LabFacts.Node node : lab.nodes()) {
            if (!node.primary() && node.port() > 0) {
                endpoints.add(
                        endpoint(
                                access.host(),
                                node.port(),
                                tls,
                                true,
                                TEXTS.text("endpoint.standby", node.name())));
            }
        }
        return new ServiceConnection(
                access.database(),
                access.user(),
                Optional.of(access.password()),
                endpoints,
                Optional.empty(),
                Optional.empty());
    }

    private static Endpoint endpoint(
            String host, int port, Tls tls, boolean readOnly, String label) {
        return new Endpoint(host, port, tls, readOnly, Reachable.ALLOWLISTED, label);
    }
}
