package dev.howdah.ui.settings.allowlist.list;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.activity.ActivitySnapshot;
import dev.howdah.pg.activity.ClientsSnapshot;
import dev.howdah.provider.Provider;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.AllowlistDifference;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.provider.capability.Capability;
import dev.howdah.session.SeenClients;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.Notice.Level;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.settings.allowlist.effect.AllowlistConsequences;
import dev.howdah.ui.settings.allowlist.effect.AllowlistEffect;
import dev.howdah.ui.settings.allowlist.effect.OwnAddresses;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import org.jspecify.annotations.Nullable;

/** Who may connect, and who does: the rules with the sessions that come from each. */
public final class AllowlistViewModel {
    private static final Texts TEXTS = Texts.of(AllowlistViewModel.class);
    private static final Comparator<LiveRow<AllowlistLine>> USUAL =
            Comparator.comparingInt(row -> row.get().position());

    private final Provider provider;
    private final AllowlistEditor editor;
    private final SeenClients seen;
    private final LiveRows<String, AllowlistLine> rows = new LiveRows<>(AllowlistLine::key);
    private final SortedList<LiveRow<AllowlistLine>> lines = new SortedList<>(rows.rows(), USUAL);
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<List<Notice>> remarks =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper ownSentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Situation>> situation =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Reading<Allowlist> list = Reading.waiting();
    private Reading<ClientsSnapshot> clients = Reading.waiting();
    private OwnAddresses own = OwnAddresses.unknown();

    /** Everything by which edits are judged. */
    public record Situation(
            Allowlist now,
            AllowlistDifference edits,
            Optional<ClientsSnapshot> clients,
            Map<String, String> seen,
            OwnAddresses own) {}

    /**
     * @param seen hears from here who is connected
     */
    public AllowlistViewModel(Provider provider, AllowlistEditor editor, SeenClients seen) {
        this.provider = provider;
        this.editor = editor;
        this.seen = seen;
    }

    public void show(Reading<Allowlist> reading) {
        list = reading;
        refresh();
    }

    public void showClients(Reading<ClientsSnapshot> reading) {
        clients = reading;
        reading.content().ifPresent(seen::take);
        own =
                new OwnAddresses(
                        reading.content()
                                .flatMap(ClientsSnapshot::ownAddress)
                                .flatMap(Cidr::parse)
                                .or(own::byServer),
                        own.byProvider());
        refresh();
    }

    /** Sessions that another panel looked at. */
    public void showSessions(Reading<ActivitySnapshot> reading) {
        reading.content().ifPresent(seen::take);
    }

    public void showOwn(Reading<InetAddress> reading) {
        own = new OwnAddresses(own.byServer(), reading.content().map(Cidr::of).or(own::byProvider));
        refresh();
    }

    /** Draws the list anew, after an edit or with newer facts. */
    public void refresh() {
        boolean hasList = list.problem().filter(AllowlistViewModel::isMissing).isEmpty();
        offered.set(hasList);
        state.set(hasList ? PanelState.of(list, false) : PanelState.of(clients, false));
        list.content().ifPresent(editor::show);
        AllowlistLines make = new AllowlistLines(clients.content(), seen.all().keySet(), own);
        rows.show(
                hasList
                        ? list.content().map(now -> make.of(now.rules(), editor)).orElse(List.of())
                        : make.withoutList());
        remarks.set(hasList ? aboutTheList() : aboutNoList());
        ownSentence.set(own.sentence(provider.providerName()));
        summary.set(
                list.content()
                        .map(now -> TEXTS.text("list.summary", now.rules().size(), now.maxRules()))
                        .orElse(""));
        situation.set(
                list.content()
                        .map(now ->
                                new Situation(
                                        now, editor.edits(), clients.content(), seen.all(), own)));
    }

    private static boolean isMissing(Problem problem) {
        return problem.kind() == Problem.Kind.NOT_SUPPORTED;
    }

    private List<Notice> aboutNoList() {
        List<Notice> notices = new ArrayList<>();
        boolean isHosted = provider.capabilities().offers(Capability.FACTS);
        String advice = TEXTS.text(isHosted ? "list.none.hosted" : "list.none.advice");
        list.problem()
                .ifPresent(why -> notices.add(new Notice(Level.INFO, why.sentence(), advice)));
        aboutClients(notices);
        return List.copyOf(notices);
    }

    private List<Notice> aboutTheList() {
        List<Notice> notices = new ArrayList<>();
        list.content()
                .ifPresent(now -> {
                    if (AllowlistConsequences.opens(now.rules(), now)) {
                        notices.add(
                                now.onThisDesktop()
                                        ? Notice.of(Level.INFO, TEXTS.text("list.open.here"))
                                        : new Notice(
                                                Level.WARNING,
                                                TEXTS.text("list.open"),
                                                TEXTS.text("list.open.advice")));
                    } else if (now.rules().isEmpty()) {
                        notices.add(Notice.of(Level.DANGER, TEXTS.text("list.shut")));
                    }
                    int elsewhere =
                            AllowlistEffect.of(now, now.rules(), clients.content(), Map.of())
                                    .unjudged();
                    if (elsewhere > 0) {
                        notices.add(Notice.of(Level.INFO, TEXTS.text("list.elsewhere", elsewhere)));
                    }
                });
        aboutClients(notices);
        return List.copyOf(notices);
    }

    private void aboutClients(List<Notice> notices) {
        clients.problem()
                .ifPresent(why ->
                        notices.add(
                                new Notice(
                                        Level.WARNING,
                                        TEXTS.text("clients.unknown", why.sentence()),
                                        why.remedy())));
        clients.content()
                .filter(snapshot -> snapshot.hidden() > 0)
                .ifPresent(snapshot ->
                        notices.add(
                                new Notice(
                                        Level.INFO,
                                        TEXTS.text("clients.hidden", snapshot.hidden()),
                                        TEXTS.text("clients.hidden.advice"))));
    }

    public ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    /** Whether there is an allowlist; else the remarks say why not, and the lines are addresses. */
    public ReadOnlyBooleanProperty offered() {
        return offered.getReadOnlyProperty();
    }

    /** Judgements about the list as it is. */
    public ReadOnlyObjectProperty<List<Notice>> remarks() {
        return remarks.getReadOnlyProperty();
    }

    /** By which addresses others see this desktop; empty while nobody told. */
    public ReadOnlyStringProperty ownSentence() {
        return ownSentence.getReadOnlyProperty();
    }

    /** How many rules there are, and how many there can be. */
    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    public ObservableList<LiveRow<AllowlistLine>> lines() {
        return lines;
    }

    /** The comparator of the columns; null is the order of the list. */
    public ObjectProperty<@Nullable Comparator<? super LiveRow<AllowlistLine>>> order() {
        return lines.comparatorProperty();
    }

    /** Empty until the list was read. */
    public ReadOnlyObjectProperty<Optional<Situation>> situation() {
        return situation.getReadOnlyProperty();
    }
}
