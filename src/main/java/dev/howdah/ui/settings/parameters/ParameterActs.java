package dev.howdah.ui.settings.parameters;

import dev.howdah.core.Answer;
import dev.howdah.core.Texts;
import dev.howdah.pg.settings.ParameterChanges;
import dev.howdah.pg.settings.ParameterFacts;
import dev.howdah.pg.settings.ParameterFactsQuery;
import dev.howdah.pg.settings.SettingsQuery;
import dev.howdah.pg.settings.SettingsSnapshot;
import dev.howdah.pg.settings.SettingsSnapshot.Setting;
import dev.howdah.provider.Provider;
import dev.howdah.provider.capability.Capability;
import dev.howdah.session.OpenSessions;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.settings.asking.Asker;
import java.util.List;
import java.util.Optional;

/** What can be done about parameters: change one, and compare all with another open server. */
final class ParameterActs {
    private static final Texts TEXTS = Texts.of(ParameterActs.class);

    private final Session session;
    private final OpenSessions open;
    private final Workbench workbench;
    private final Runnable changed;
    private final Asker asker;
    private final ParameterChanges changes;

    /**
     * @param changed called when a parameter was changed
     */
    ParameterActs(Session session, OpenSessions open, Workbench workbench, Runnable changed) {
        this.session = session;
        this.open = open;
        this.workbench = workbench;
        this.changed = changed;
        this.asker = new Asker(workbench);
        this.changes = new ParameterChanges(session.writer(), session.target());
    }

    /** Looks up what our role may do, then shows the form. */
    void change(Setting setting) {
        if (setting.holdsPassword()) {
            workbench.say(TEXTS.text("parameters.holdsPassword", setting.name()));
            return;
        }
        asker.ask(
                session,
                new ParameterFactsQuery(setting.name()),
                answer -> {
                    switch (answer) {
                        case Answer.Got<ParameterFacts>(ParameterFacts facts, var _) ->
                                showForm(setting, facts);
                        case Answer.Failed<ParameterFacts> none -> workbench.say(none.reason());
                    }
                });
    }

    private void showForm(Setting setting, ParameterFacts facts) {
        ParameterForm form =
                new ParameterForm(setting, facts, changes, session.target(), hostedBy());
        workbench.open(close ->
                FxmlViews.load(
                        new ParameterFormController(
                                form,
                                change ->
                                        workbench.confirm(
                                                change,
                                                _ -> {
                                                    close.run();
                                                    changed.run();
                                                }),
                                close)));
    }

    private String hostedBy() {
        Provider provider = session.hosting().provider();
        return provider.capabilities().offers(Capability.FACTS) ? provider.providerName() : "";
    }

    /** The other servers that are open now. */
    List<Session> others() {
        return open.now().stream().filter(each -> each != session).toList();
    }

    /** Reads the other server's parameters and shows the differences. */
    void compare(Session other, Optional<SettingsSnapshot> here) {
        if (here.isEmpty()) {
            workbench.say(TEXTS.text("compare.notRead"));
            return;
        }
        asker.ask(
                other,
                new SettingsQuery(),
                answer -> {
                    switch (answer) {
                        case Answer.Got<SettingsSnapshot>(SettingsSnapshot there, var _) ->
                                show(other, here.get(), there);
                        case Answer.Failed<SettingsSnapshot> none -> workbench.say(none.reason());
                    }
                });
    }

    private void show(Session other, SettingsSnapshot here, SettingsSnapshot there) {
        workbench.open(close ->
                FxmlViews.load(
                        new ParameterComparisonController(
                                session.profile().name(),
                                other.profile().name(),
                                ParameterDifference.between(here, there),
                                here.someHidden() || there.someHidden(),
                                workbench,
                                close)));
    }
}
