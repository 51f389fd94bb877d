package dev.howdah.ui.stats.hosted;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.provider.Provider;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.service.RunningQuery;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.stats.session.KeptSelection;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import org.jspecify.annotations.Nullable;

/** The sessions that a provider tells of, and how the one that is chosen is ended. */
final class HostedActivityViewModel {
    private static final Texts TEXTS = Texts.of(HostedActivityViewModel.class);

    /** More than any plan has connections; a provider's answer may be anything. */
    private static final int MOST = 2_000;

    private final Provider provider;
    private final ChangeTarget target;
    private final LiveRows<List<Object>, HostedSession> rows = new LiveRows<>(HostedSession::key);
    private final SortedList<LiveRow<HostedSession>> sorted = new SortedList<>(rows.rows());
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Acts> acts;
    private final KeptSelection<List<Object>, HostedSession> selection =
            new KeptSelection<>(sorted, HostedSession::key);

    /**
     * What can be done to the session that is chosen.
     *
     * @param obstacle why not everything, as a sentence; empty when everything can be done, and
     *     while nothing is chosen
     */
    record Acts(
            String cancel,
            boolean canCancel,
            String terminate,
            boolean canTerminate,
            String obstacle) {}

    HostedActivityViewModel(Provider provider, ChangeTarget target) {
        this.provider = provider;
        this.target = target;
        this.acts = new ReadOnlyObjectWrapper<>(actsNow());
        selection.onChange(() -> acts.set(actsNow()));
        sortBy(null);
    }

    void show(Reading<List<RunningQuery>> reading) {
        state.set(PanelState.of(reading, reading.content().map(List::isEmpty).orElse(false)));
        reading.content().ifPresent(this::take);
    }

    private void take(List<RunningQuery> newest) {
        List<HostedSession> sessions =
                newest.stream()
                        .map(HostedSession::new)
                        .sorted(HostedSession.BY_NEED)
                        .limit(MOST)
                        .toList();
        selection.whileUpdating(() -> rows.show(sessions));
        summary.set(
                TEXTS.text(
                        "hosted.summary",
                        newest.size(),
                        sessions.stream().filter(HostedSession::isActive).count(),
                        sessions.stream().filter(HostedSession::isInTransaction).count()));
    }

    /**
     * @param order null for what needs the eye first
     */
    void sortBy(@Nullable Comparator<LiveRow<HostedSession>> order) {
        Comparator<LiveRow<HostedSession>> byNeed =
                Comparator.comparing(LiveRow::get, HostedSession.BY_NEED);
        selection.whileUpdating(
                () -> sorted.setComparator(order == null ? byNeed : order.thenComparing(byNeed)));
    }

    /** The one session that is chosen; empty when none is, or several. */
    private Optional<HostedSession> chosen() {
        List<HostedSession> all = selection.chosen();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private Acts actsNow() {
        Optional<HostedSession> one = chosen();
        String never = selection.chosen().size() > 1 ? TEXTS.text("acts.several") : never();
        String unknown =
                one.filter(session -> session.told().startedAt().isEmpty())
                        .map(_ -> TEXTS.text("acts.noStart", provider.providerName()))
                        .orElse("");
        boolean able = one.isPresent() && never.isEmpty() && unknown.isEmpty();
        boolean active = one.filter(HostedSession::isActive).isPresent();
        String idle = able && !active ? TEXTS.text("acts.notActive") : "";
        return new Acts(
                TEXTS.text("acts.cancel"),
                able && active,
                one.map(session ->
                                TEXTS.text("acts.terminate.pid", Integer.toString(session.pid())))
                        .orElse(TEXTS.text("acts.terminate")),
                able,
                !never.isEmpty() ? never : !unknown.isEmpty() ? unknown : idle);
    }

    /** Why nothing can be ended, whatever is chosen. */
    private String never() {
        return target.readOnly()
                ? TEXTS.text("acts.readOnly")
                : provider.capabilities().whyNot(Capability.QUERY_END).orElse("");
    }

    /**
     * The change that ends what is chosen; empty when nothing is.
     *
     * @param wholeSession else only its statement
     */
    Optional<Change> end(boolean wholeSession) throws ProblemException {
        Optional<HostedSession> one = chosen();
        return one.isEmpty()
                ? Optional.empty()
                : Optional.of(provider.endQuery(target, one.get().told(), wholeSession));
    }

    /** As people call the provider. */
    String provider() {
        return provider.providerName();
    }

    ChangeTarget target() {
        return target;
    }

    ObservableList<LiveRow<HostedSession>> sessions() {
        return sorted;
    }

    KeptSelection<List<Object>, HostedSession> selection() {
        return selection;
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Acts> acts() {
        return acts.getReadOnlyProperty();
    }
}
