package dev.howdah.profile;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of a profile in its file that says who hosts the server. */
final class HostedByJson {
    private static final String FIELD = "hostedBy";

    private HostedByJson() {}

    /** Fields of it that this version does not know are kept, as long as it is the same service. */
    static void write(Optional<HostedBy> hostedBy, ObjectNode profile) {
        if (hostedBy.isEmpty()) {
            profile.remove(FIELD);
            return;
        }
        HostedBy service = hostedBy.get();
        if (read(profile).filter(service::equals).isPresent()) {
            return;
        }
        ObjectNode node =
                profile.putObject(FIELD)
                        .put("provider", service.provider())
                        .put("account", service.account())
                        .put("name", service.name())
                        .put("product", service.product())
                        .put("plan", service.plan());
        service.region().ifPresent(region -> node.put("region", region));
        service.api().ifPresent(api -> node.put("api", api.toString()));
        ObjectNode address = node.putObject("address");
        new TreeMap<>(service.address()).forEach(address::put);
    }

    /**
     * @throws IllegalArgumentException when it is no URL; Jackson's own exceptions else
     */
    static Optional<HostedBy> read(JsonNode profile) {
        JsonNode node = profile.path(FIELD);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        Map<String, String> address = new TreeMap<>();
        node.required("address")
                .propertyStream()
                .forEach(entry -> address.put(entry.getKey(), entry.getValue().stringValue()));
        return Optional.of(
                new HostedBy(
                        node.required("provider").stringValue(),
                        node.required("account").stringValue(),
                        node.required("name").stringValue(),
                        node.required("product").stringValue(),
                        text(node, "region"),
                        node.required("plan").stringValue(),
                        address,
                        text(node, "api").map(URI::create)));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).map(JsonNode::stringValue);
    }
}
