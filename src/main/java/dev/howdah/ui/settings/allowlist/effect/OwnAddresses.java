package dev.howdah.ui.settings.allowlist.effect;

import dev.howdah.core.Texts;
import dev.howdah.provider.allowlist.Cidr;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By which addresses others see this desktop. They differ behind gateways, and it is not known
 * which of them an allowlist goes by.
 *
 * @param byServer where our session comes from for the server; empty when that was not read yet
 * @param byProvider where our requests come from for the provider; empty when it does not tell
 */
public record OwnAddresses(Optional<Cidr> byServer, Optional<Cidr> byProvider) {
    private static final Texts TEXTS = Texts.of(OwnAddresses.class);

    public static OwnAddresses unknown() {
        return new OwnAddresses(Optional.empty(), Optional.empty());
    }

    /** Each once. */
    public List<Cidr> all() {
        return Stream.of(byProvider, byServer).flatMap(Optional::stream).distinct().toList();
    }

    public boolean in(Cidr range) {
        return all().stream().anyMatch(range::contains);
    }

    /** Who sees what, in one sentence; empty when nobody told yet. */
    public String sentence(String provider) {
        if (byServer.isPresent() && byServer.equals(byProvider)) {
            return TEXTS.text("own.both", bare(byServer.get()), provider);
        }
        if (byServer.isPresent() && byProvider.isPresent()) {
            return TEXTS.text("own.two", bare(byServer.get()), provider, bare(byProvider.get()));
        }
        return byServer.map(address -> TEXTS.text("own.server", bare(address), provider))
                .or(() ->
                        byProvider.map(
                                address -> TEXTS.text("own.provider", provider, bare(address))))
                .orElse("");
    }

    /** An address without the prefix that says it is a single one. */
    public static String bare(Cidr address) {
        String text = address.toString();
        return address.single() ? text.substring(0, text.indexOf('/')) : text;
    }
}
