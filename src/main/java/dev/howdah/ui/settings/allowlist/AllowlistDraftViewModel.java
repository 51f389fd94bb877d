package dev.howdah.ui.settings.allowlist;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.trial.TrialState;
import dev.howdah.ui.settings.allowlist.effect.AllowlistConsequences;
import dev.howdah.ui.settings.allowlist.effect.AllowlistEffect;
import dev.howdah.ui.settings.allowlist.list.AllowlistEditor;
import dev.howdah.ui.settings.allowlist.list.AllowlistLine;
import dev.howdah.ui.settings.allowlist.list.AllowlistViewModel;
import dev.howdah.ui.settings.allowlist.list.AllowlistViewModel.Situation;
import dev.howdah.ui.settings.allowlist.typing.PastedRules;
import dev.howdah.ui.settings.allowlist.typing.TypedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The edits of an allowlist: typed, pasted, judged, and made one change of. */
final class AllowlistDraftViewModel {
    private static final Texts TEXTS = Texts.of(AllowlistDraftViewModel.class);
    private static final AllowlistConsequences NONE =
            new AllowlistConsequences("", List.of(), false);

    private final AllowlistChange make;
    private final AllowlistEditor editor;
    private final AllowlistViewModel list;
    private final TypedRule typed = new TypedRule();
    private final StringProperty word = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper mineAddable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper applicable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<AllowlistConsequences> consequences =
            new ReadOnlyObjectWrapper<>(NONE);
    private Optional<Situation> situation = Optional.empty();

    AllowlistDraftViewModel(AllowlistChange make, AllowlistEditor editor, AllowlistViewModel list) {
        this.make = make;
        this.editor = editor;
        this.list = list;
        list.situation().subscribe(this::show);
        word.subscribe(this::judgeWord);
    }

    private void show(Optional<Situation> now) {
        situation = now;
        undoable.set(editor.canUndo());
        Optional<Situation> edited = now.filter(at -> !at.edits().isNone());
        title.set(
                edited.map(Situation::edits)
                        .map(edits ->
                                TEXTS.text(
                                        "draft.title",
                                        edits.added().size(),
                                        edits.removed().size()))
                        .orElse(""));
        AllowlistConsequences next = edited.map(this::consequencesIn).orElse(NONE);
        if (!next.dangers().equals(consequences.get().dangers())) {
            // what was typed was for another danger
            word.set("");
        }
        consequences.set(next);
        mineAddable.set(!mine().isEmpty());
        complaint.set(consequences.get().impossible());
        typed.beside(now(), editor.wanted());
        judgeWord();
    }

    private AllowlistConsequences consequencesIn(Situation at) {
        List<AllowRule> wanted = editor.wanted();
        return AllowlistConsequences.of(
                at.now(),
                wanted,
                at.own(),
                AllowlistEffect.of(at.now(), wanted, at.clients(), at.seen()),
                make.provider().providerName());
    }

    private void judgeWord() {
        boolean said = !consequences.get().needsWord() || word.get().equals(wantedWord());
        applicable.set(
                !title.get().isEmpty()
                        && complaint.get().isEmpty()
                        && said
                        && editable.get()
                        && !make.target().readOnly());
    }

    /** While something is on trial the next list can wait. */
    void showTrial(TrialState state) {
        editable.set(!state.isUnderWay());
        judgeWord();
    }

    /** Adds what is typed, if it is a range. */
    void add() {
        typed.take().ifPresent(rule -> addAll(List.of(rule)));
    }

    /** Adds the addresses by which this desktop is seen and that are not let in yet. */
    void addMine() {
        addAll(mine());
    }

    private List<AllowRule> mine() {
        return situation.stream()
                .flatMap(at ->
                        at.own().all().stream()
                                .filter(address -> !address.v6() || at.now().takesIpv6())
                                .filter(address -> !Allowlist.admits(editor.wanted(), address))
                                .map(address ->
                                        AllowRule.of(
                                                address,
                                                PastedRules.label(
                                                        TEXTS.text("draft.mine"), at.now()))))
                .toList();
    }

    /** Rules that are there already, with the same label, are left out. */
    void addAll(List<AllowRule> rules) {
        List<AllowRule> wanted = new ArrayList<>(editor.wanted());
        List<AllowRule> missing = new ArrayList<>();
        for (AllowRule rule : rules) {
            if (wanted.stream().noneMatch(rule::saysTheSameAs)) {
                wanted.add(rule);
                missing.add(rule);
            }
        }
        if (!missing.isEmpty()) {
            editor.add(missing);
            list.refresh();
        }
    }

    /** Removes the rule of a line, or leaves it after all. */
    void toggle(AllowlistLine line) {
        switch (line.mark()) {
            case STAYS, ADDED -> editor.remove(line.rule());
            case REMOVED -> editor.leave(line.rule());
            case SEEN -> addAll(List.of(line.rule()));
        }
        list.refresh();
    }

    void relabel(AllowlistLine line, String newLabel) {
        situation.ifPresent(at -> {
            editor.relabel(line.rule(), PastedRules.label(newLabel, at.now()));
            list.refresh();
        });
    }

    void undo() {
        editor.undo();
        list.refresh();
    }

    void discard() {
        editor.clear();
        list.refresh();
    }

    /**
     * The change with all edits, its consequences and its trial; asks and sends nothing. Empty when
     * there is nothing to send, or the provider would not take it, which the complaint then says.
     */
    Optional<Change> change() {
        if (situation.isEmpty() || editor.edits().isNone()) {
            return Optional.empty();
        }
        try {
            return Optional.of(make.of(situation.get().now(), editor.wanted(), consequences.get()));
        } catch (ProblemException e) {
            Problem problem = e.problem();
            complaint.set(problem.sentence() + " " + problem.remedy());
            judgeWord();
            return Optional.empty();
        }
    }

    /** The edits are the provider's now, unless it refused them. */
    void sent(ChangeOutcome outcome) {
        if (outcome.status() != ChangeOutcome.Status.FAILED) {
            word.set("");
            discard();
        }
    }

    /** For the form of pasted lines; empty until the list was read. */
    Optional<Allowlist> now() {
        return situation.map(Situation::now);
    }

    /** What has to be typed when the consequences demand it. */
    String wantedWord() {
        return make.target().server();
    }

    TypedRule typed() {
        return typed;
    }

    /** What somebody types who goes on against advice. */
    StringProperty word() {
        return word;
    }

    ReadOnlyBooleanProperty editable() {
        return editable.getReadOnlyProperty();
    }

    /** Whether an address of this desktop is known that is not let in yet. */
    ReadOnlyBooleanProperty mineAddable() {
        return mineAddable.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty applicable() {
        return applicable.getReadOnlyProperty();
    }

    /** "1 added, 1 removed"; empty without edits. */
    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** Why the list can't be sent as it is; empty when it can. */
    ReadOnlyStringProperty complaint() {
        return complaint.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<AllowlistConsequences> consequences() {
        return consequences.getReadOnlyProperty();
    }
}
