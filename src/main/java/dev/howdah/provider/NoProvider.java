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
        this(Capabilities.of(reason, Set.of()));
    }

    private NoProvider(Capabilities none) {
        this.none = none;
    }

    /**
     * For a server that really has none, so that nobody is sent looking for one.
     *
     * @param reason a full sentence
     */
    public static NoProvider anywhere(String reason) {
        return new NoProvider(Capabilities.of(reason, Set.of()).andNowhereElse());
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
