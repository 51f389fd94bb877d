package dev.howdah.ui.backups.recovery;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.provider.Provider;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.capability.Capability;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes going back to a moment, as the provider does it. */
public final class RecoveryActs {
    private static final Texts TEXTS = Texts.of(RecoveryActs.class);

    private final Provider provider;
    private final ChangeTarget target;

    public RecoveryActs(Provider provider, ChangeTarget target) {
        this.provider = provider;
        this.target = target;
    }

    /** Of the server that is restored. */
    String serverName() {
        return target.server();
    }

    /** Why not; empty when it is offered. */
    Optional<String> whyNot(Capability capability) {
        return provider.capabilities().whyNot(capability);
    }

    /**
     * May block.
     *
     * @param newService its name; empty restores in place
     * @param sessions connected now; empty when not known
     */
    Change recover(
            RecoveryWindow window,
            Instant moment,
            Optional<String> newService,
            Optional<Integer> sessions,
            Instant now)
            throws ProblemException {
        Change change = provider.recover(target, window, moment, newService);
        if (newService.isPresent()) {
            return change;
        }
        List<String> more = new ArrayList<>();
        more.add(TEXTS.text("recover.lost", Quantities.duration(Duration.between(moment, now))));
        sessions.ifPresent(count -> more.add(TEXTS.text("recover.cut", count)));
        return change.warning(more).askingForName();
    }
}
