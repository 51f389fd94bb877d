package dev.howdah.provider;

import dev.howdah.core.Texts;
import java.util.Set;

/** A server that nobody hosts for us: everything that SQL alone can't do is refused, and why. */
public final class NoProvider implements Provider {
    private static final Texts TEXTS = Texts.of(NoProvider.class);

    private final Capabilities none = Capabilities.of(TEXTS.text("none.usual"), Set.of());

    @Override
    public String id() {
        return "none";
    }

    @Override
    public String providerName() {
        return TEXTS.text("none.name");
    }

    @Override
    public Capabilities capabilities() {
        return none;
    }
}
