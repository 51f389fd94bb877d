package dev.howdah.ui.settings.extensions;

import dev.howdah.core.Answer;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.pg.settings.ExtensionChanges;
import dev.howdah.pg.settings.ExtensionChanges.Act;
import dev.howdah.pg.settings.ExtensionFacts;
import dev.howdah.pg.settings.ExtensionFactsQuery;
import dev.howdah.pg.settings.ExtensionsSnapshot.Extension;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.settings.asking.Asker;
import java.util.List;
import java.util.Optional;

/** Creates, updates and drops extensions: what is in the way is looked up and shown before. */
final class ExtensionActs {
    private static final Texts TEXTS = Texts.of(ExtensionActs.class);

    private final Session session;
    private final Workbench workbench;
    private final Runnable changed;
    private final ExtensionChanges changes;

    /**
     * @param changed called when an extension came, changed or went
     */
    ExtensionActs(Session session, Workbench workbench, Runnable changed) {
        this.session = session;
        this.workbench = workbench;
        this.changed = changed;
        this.changes = new ExtensionChanges(session.writer(), session.target());
    }

    /** Whether it makes sense to ask for this, by what the list knows. */
    static boolean offers(Act act, Extension extension) {
        return switch (act) {
            case CREATE -> extension.installed().isEmpty();
            case UPDATE -> extension.updatable();
            case DROP -> extension.installed().isPresent();
        };
    }

    void begin(Act act, Extension extension) {
        new Asker(workbench)
                .ask(
                        session,
                        new ExtensionFactsQuery(extension.name()),
                        answer -> {
                            switch (answer) {
                                case Answer.Got<ExtensionFacts>(ExtensionFacts facts, var _) ->
                                        go(act, facts);
                                case Answer.Failed<ExtensionFacts> none ->
                                        workbench.say(none.reason());
                            }
                        });
    }

    private void go(Act act, ExtensionFacts facts) {
        Optional<String> whyNot = ExtensionChanges.whyNot(act, facts);
        if (whyNot.isPresent()) {
            List<String> dependants = act == Act.DROP ? facts.dependants() : List.of();
            workbench.open(close ->
                    FxmlViews.load(
                            new ObstacleController(
                                    TEXTS.text("obstacle." + act, facts.name()),
                                    whyNot.get(),
                                    dependants,
                                    workbench,
                                    close)));
            return;
        }
        try {
            workbench.confirm(changes.of(act, facts), _ -> changed.run());
        } catch (ProblemException e) {
            workbench.say(e.problem());
        }
    }
}
