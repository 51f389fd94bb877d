package dev.howdah.provider.allowlist;

import java.util.Optional;

/**
 * One line of an allowlist.
 *
 * @param id the provider's; empty for one that is not there yet or has none
 * @param label what it is for; empty when nothing was written
 */
public record AllowRule(Optional<String> id, Origin origin, String label) {

    /** Who is let in. */
    public sealed interface Origin {

        /** As people read it: "203.0.113.0/24". */
        String text();
    }

    /** Everybody in a range of addresses. */
    public record Range(Cidr cidr) implements Origin {
        @Override
        public String text() {
            return cidr.toString();
        }
    }

    /** Whoever the provider counts in, like its own network of a region. */
    public record Managed(String id, String name) implements Origin {
        @Override
        public String text() {
            return name;
        }
    }

    /** A range that is not there yet. */
    public static AllowRule of(Cidr cidr, String label) {
        return new AllowRule(Optional.empty(), new Range(cidr), label);
    }

    /** Whether both let in the same under the same label, whatever their ids. */
    public boolean saysTheSameAs(AllowRule other) {
        return origin.equals(other.origin) && label.equals(other.label);
    }
}
