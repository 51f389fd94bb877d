package dev.howdah.ui.users;

import dev.howdah.pg.Query;
import dev.howdah.pg.access.AccessObjectsQuery;
import dev.howdah.pg.access.AccessRolesQuery;
import dev.howdah.pg.access.DefaultAclsQuery;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What is read while the access page is on the screen. */
final class AccessReads implements RolePages.Reads, AutoCloseable {
    /** Rights change rarely, and thousands of objects are much to send. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Session session;
    private final AccessRolesQuery roles = new AccessRolesQuery();
    private final AccessObjectsQuery objects = new AccessObjectsQuery(false);
    private final DefaultAclsQuery defaults = new DefaultAclsQuery();
    private final List<Subscription> subscriptions;

    AccessReads(Session session, AccessViewModel model) {
        this.session = session;
        this.subscriptions =
                List.of(
                        session.slow().subscribe(roles, PAUSE, model::showRoles),
                        session.slow().subscribe(objects, PAUSE, model::showObjects),
                        session.slow().subscribe(defaults, PAUSE, model::showDefaults));
    }

    @Override
    public void shown() {
        subscriptions.forEach(Subscription::shown);
    }

    @Override
    public void hidden() {
        subscriptions.forEach(Subscription::hidden);
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }

    /** The statements that are sent. */
    String sql() {
        return List.<Query<?>>of(roles, objects, defaults).stream()
                .map(session::sqlOf)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(";\n\n"));
    }
}
