package dev.howdah.ui.settings.asking;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.provider.Provider;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import dev.howdah.ui.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The provider's side of a server for a panel that changes it: what the service says of itself,
 * what goes on there, what is in the way of a change, and the way to ask for one.
 */
public final class ServiceSide {
    private static final Texts TEXTS = Texts.of(ServiceSide.class);

    /**
     * Providers count their callers' requests; a change is compared with the state when it runs.
     */
    public static final Duration PAUSE = Duration.ofMinutes(1);

    private final Session session;
    private final Workbench workbench;
    private final Runnable reload;
    private final Consumer<ServiceSide> changed;
    private final ServiceWork work;
    private final Subscription factsWatch;
    private final Subscription workWatch;
    private Reading<ServiceFacts> facts = Reading.waiting();

    /** Describes a change and sends nothing; see {@code ProviderChanges}. */
    @FunctionalInterface
    public interface Describe {
        Change with(Provider provider, ChangeTarget target, ServiceFacts facts)
                throws ProblemException;
    }

    /**
     * @param acts the kinds of operations that the panel asks for
     * @param reload called when what the panel shows is no longer true
     * @param changed called with this when the service or its work is seen anew
     */
    public ServiceSide(
            Session session,
            Workbench workbench,
            Set<Operation.Act> acts,
            Runnable reload,
            Consumer<ServiceSide> changed) {
        this.session = session;
        this.workbench = workbench;
        this.reload = reload;
        this.changed = changed;
        this.work = new ServiceWork(acts, workbench.clock(), this::readAgain);
        this.factsWatch =
                session.hosting().loop().subscribe(ProviderQuestion.FACTS, PAUSE, this::takeFacts);
        this.workWatch = session.hosting().watchOperations(this::takeWork);
    }

    private void takeFacts(Reading<ServiceFacts> reading) {
        facts = reading;
        changed.accept(this);
    }

    private void takeWork(Reading<List<Operation>> reading) {
        work.show(reading);
        changed.accept(this);
    }

    private void readAgain() {
        factsWatch.askNow();
        reload.run();
    }

    public Reading<ServiceFacts> facts() {
        return facts;
    }

    public ServiceWork work() {
        return work;
    }

    public Provider provider() {
        return session.hosting().provider();
    }

    /** What is in the way of a change at this moment, a full sentence; empty for nothing. */
    public Optional<String> whyNot(Capability capability) {
        Optional<String> notOffered = provider().capabilities().whyNot(capability);
        if (notOffered.isPresent()) {
            return notOffered;
        }
        if (session.profile().readOnly()) {
            return Optional.of(TEXTS.text("service.readOnly"));
        }
        if (work.isUnderWay()) {
            return Optional.of(TEXTS.text("service.underWay"));
        }
        return switch (facts) {
            case Reading.Fresh<ServiceFacts>(ServiceFacts now, var _) ->
                    now.settled()
                            ? Optional.empty()
                            : Optional.of(
                                    TEXTS.text(
                                            "service.notSettled",
                                            provider().providerName(),
                                            now.providerState()));
            case Reading.Waiting<ServiceFacts> _ -> Optional.of(TEXTS.text("service.waiting"));
            case Reading.Stale<ServiceFacts> _, Reading.Unavailable<ServiceFacts> _ ->
                    Optional.of(TEXTS.text("service.unknown", provider().providerName()));
        };
    }

    /** Shows the change and, after consent, asks for it; what is refused is said. */
    public void ask(Describe describe) {
        Optional<ServiceFacts> known = facts.content();
        if (known.isEmpty()) {
            return;
        }
        try {
            Change change = describe.with(provider(), session.target(), known.get());
            workbench.confirm(
                    change,
                    _ -> {
                        workWatch.askNow();
                        readAgain();
                    });
        } catch (ProblemException e) {
            workbench.say(e.problem());
        }
    }

    public void shown() {
        factsWatch.shown();
        workWatch.shown();
    }

    public void hidden() {
        factsWatch.hidden();
        workWatch.hidden();
    }

    public void close() {
        factsWatch.close();
        workWatch.close();
    }
}
