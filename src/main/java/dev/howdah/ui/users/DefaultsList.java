package dev.howdah.ui.users;

import dev.howdah.core.Texts;
import dev.howdah.pg.access.DefaultAclsQuery;
import dev.howdah.pg.roles.Reach;
import dev.howdah.pg.roles.SchemaNamesQuery;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Workbench;
import java.time.Duration;
import java.util.List;

/** Opens the list of default privileges, and reads them while it is open. */
record DefaultsList(Session session, Workbench workbench, UsersViewModel roles) {
    private static final Texts TEXTS = Texts.of(DefaultsList.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    void open(Reach reach) {
        DefaultsViewModel model = new DefaultsViewModel(reach, session.target(), roles::known);
        DefaultAclsQuery query = new DefaultAclsQuery();
        List<Subscription> reads =
                List.of(
                        session.slow().subscribe(query, PAUSE, model::show),
                        session.slow()
                                .subscribe(new SchemaNamesQuery(), PAUSE, model::showSchemas));
        reads.forEach(Subscription::shown);
        workbench.open(
                close ->
                        FxmlViews.load(
                                new DefaultsController(
                                        model,
                                        workbench,
                                        session::retry,
                                        () ->
                                                workbench.showSql(
                                                        TEXTS.text("defaults.entries"),
                                                        session.sqlOf(query)),
                                        close)),
                () -> reads.forEach(Subscription::close));
    }
}
