package dev.howdah.provider;

import dev.howdah.core.Texts;
import dev.howdah.provider.capability.Capabilities;
import java.util.Set;

/** A server that nobody hosts for us: everything that SQL alone can't do is refused, and why. */
public final class NoProvider implements Provider {
    private static final Texts TEXTS = Texts.of(NoProvider.class);

    private final Capabilities none;

    /** Nobody hosts the server for us. */
    public NoProvider() {
        this(TEXTS.text("none.usual"));
    }

    /**
     * @param reason why nothing of a provider is offered, a full sentence
     */
    public NoProvider(String reason) {
        none = Capabilities.of(reason, Set.of());
    }

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
