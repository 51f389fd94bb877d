package dev.howdah.ui.overview;

import dev.howdah.core.Reading;
import dev.howdah.pg.Query;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the Overview asks of a server, and how often: nothing while it is not on the screen. */
final class OverviewReads {
    static final Duration OFTEN = Duration.ofSeconds(4);
    static final Duration NOW_AND_THEN = Duration.ofSeconds(30);
    static final Duration EVERY_MINUTE = Duration.ofMinutes(1);
    static final Duration RARELY = Duration.ofMinutes(5);

    private final Session session;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<Query<?>> queries = new ArrayList<>();

    OverviewReads(Session session) {
        this.session = session;
    }

    /** For queries of a few milliseconds that wait behind no lock. */
    <T> void fast(Query<T> query, Duration pause, Consumer<Reading<T>> show) {
        subscriptions.add(session.fast().subscribe(query, pause, show));
        queries.add(query);
    }

    <T> void slow(Query<T> query, Duration pause, Consumer<Reading<T>> show) {
        subscriptions.add(session.slow().subscribe(query, pause, show));
        queries.add(query);
    }

    /** Of a server's provider; it is no SQL, so it is not among the statements. */
    <T> void provider(ProviderQuestion<T> question, Duration pause, Consumer<Reading<T>> show) {
        subscriptions.add(session.hosting().loop().subscribe(question, pause, show));
    }

    void shown() {
        subscriptions.forEach(Subscription::shown);
    }

    void hidden() {
        subscriptions.forEach(Subscription::hidden);
    }

    void close() {
        subscriptions.forEach(Subscription::close);
    }

    /** All statements behind the judgement, each under its name. */
    String sql() {
        return queries.stream()
                .map(query -> "-- " + query.name() + "\n" + session.sqlOf(query))
                .collect(Collectors.joining(";\n\n", "", ";\n"));
    }
}
