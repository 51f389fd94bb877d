package dev.howdah.ui.users.defaults;

import dev.howdah.core.Texts;
import dev.howdah.pg.access.DefaultAclsQuery;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.SchemaNamesQuery;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Opens the list of default privileges, and reads them while it is open.
 *
 * @param roles the newest that were read; empty before
 */
public record DefaultsList(
        Session session, Workbench workbench, Supplier<Optional<RolesSnapshot>> roles) {
    private static final Texts TEXTS = Texts.of(DefaultsList.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    public void open(Reach reach) {
        DefaultsViewModel model = new DefaultsViewModel(reach, session.target(), roles);
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
