package dev.howdah.provider.service;

import java.util.Optional;

/**
 * One machine or container of a service.
 *
 * @param id the provider's
 * @param host empty when not told; often not reachable from outside
 */
public record ServiceNode(
        String id, Optional<String> host, Role role, ServiceState state, String providerState) {

    /** What a node does. */
    public enum Role {
        LEADER,
        FOLLOWER,
        /** Passes connections on: proxy, gateway. */
        GATEWAY,
        /** Something of the provider's own. */
        UTILITY,
        /** A database node whose role was not told. */
        UNKNOWN
    }
}
