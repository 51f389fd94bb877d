package dev.howdah.session;

import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.OperationLog;
import dev.howdah.provider.NoProvider;
import dev.howdah.provider.Operations;
import dev.howdah.provider.Provider;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.provider.ProviderSource;
import dev.howdah.refresh.RefreshLoop;
import dev.howdah.refresh.Subscription;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The provider of an open server: its loop asks what panels want to know, and follows what the
 * provider works on for as long as the server is open, whichever panel is in front.
 */
public final class Hosting {
    private static final Texts TEXTS = Texts.of(Hosting.class);

    private final Provider provider;
    private final Operations operations;
    private final ProviderSource source;
    private final RefreshLoop loop;
    private final ProviderQuestion<List<Operation>> work;

    /** Asks nothing before its loop is started. */
    public Hosting(Provider provider, OperationLog log, Executor uiThread, Clock clock) {
        this.provider = provider;
        this.operations = new Operations(provider, log, clock);
        this.source = new ProviderSource(provider, clock);
        this.loop = new RefreshLoop(provider.id(), source, uiThread, clock);
        this.work = new ProviderQuestion<>("operations", _ -> operations.look());
    }

    /** Of a server that nobody hosts for us. */
    public static Hosting nobody(Executor uiThread, Clock clock) {
        return new Hosting(new NoProvider(), new NoOperations(), uiThread, clock);
    }

    /** Of one that nobody hosts at all: a full sentence that says why nothing is offered. */
    public static Hosting nobody(String reason, Executor uiThread, Clock clock) {
        return new Hosting(NoProvider.anywhere(reason), new NoOperations(), uiThread, clock);
    }

    /** Whether there is a provider at all, so that something can be under way. */
    public boolean isHosted() {
        return !(provider instanceof NoProvider);
    }

    /** For what it offers, for describing changes, and for single questions off the UI thread. */
    public Provider provider() {
        return provider;
    }

    /** Those of this service, on disk; every call blocks. */
    public Operations operations() {
        return operations;
    }

    /** Asks the provider what panels want to know, by {@link ProviderQuestion}s. */
    public RefreshLoop loop() {
        return loop;
    }

    /**
     * What the provider has been asked to do, the latest first, looked at again and again while
     * anything is under way.
     */
    public Subscription watchOperations(Consumer<Reading<List<Operation>>> show) {
        return loop.subscribe(work, provider.followPause(), show);
    }

    /** What these questions sent when they were asked last, for people to read. */
    public String requestsOf(ProviderQuestion<?>... questions) {
        return Stream.of(questions)
                .map(question ->
                        source.asked(question)
                                .map(asked -> requests(question.name(), asked))
                                .orElseGet(() -> TEXTS.text("request.notYet", question.name())))
                .collect(Collectors.joining("\n\n"));
    }

    private String requests(String name, ProviderSource.Asked asked) {
        if (!asked.requests().isEmpty()) {
            return TEXTS.text("request.sent", name) + "\n" + String.join("\n\n", asked.requests());
        }
        return asked.offered()
                ? TEXTS.text("request.inside", name, provider.providerName())
                : TEXTS.text("request.notOffered", name);
    }
}
