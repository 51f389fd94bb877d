package dev.howdah.ui.users;

import dev.howdah.core.ProblemException;
import dev.howdah.pg.Query;
import dev.howdah.pg.access.AccessObjectsQuery;
import dev.howdah.pg.access.AccessRolesQuery;
import dev.howdah.pg.access.DefaultAclsQuery;
import dev.howdah.pg.access.unused.RoleActivityQuery;
import dev.howdah.pg.roles.drop.RoleDependenciesQuery;
import dev.howdah.pg.roles.drop.RoleDependenciesSnapshot;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.users.access.AccessViewModel;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is read while the access page is on the screen. */
final class AccessReads implements RolePages.Reads, AutoCloseable {
    /** Rights change rarely, and thousands of objects are much to send. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(AccessReads.class);

    private final Session session;
    private final AccessRolesQuery roles = new AccessRolesQuery();
    private final AccessObjectsQuery objects = new AccessObjectsQuery(false);
    private final DefaultAclsQuery defaults = new DefaultAclsQuery();
    private final RoleActivityQuery activity = new RoleActivityQuery();
    private final AccessViewModel model;
    private final Workbench workbench;
    private @Nullable String role;
    private boolean onScreen;
    private final List<Subscription> subscriptions;

    AccessReads(Session session, Workbench workbench, AccessViewModel model) {
        this.session = session;
        this.workbench = workbench;
        this.model = model;
        this.subscriptions =
                List.of(
                        session.slow().subscribe(roles, PAUSE, model::showRoles),
                        session.slow().subscribe(objects, PAUSE, model::showObjects),
                        session.slow().subscribe(defaults, PAUSE, model::showDefaults),
                        session.slow().subscribe(activity, PAUSE, model::showActivity));
    }

    /** Looks at this role from now on; null at none. */
    void look(@Nullable String name) {
        if (!Objects.equals(name, role)) {
            role = name;
            askForBelongings();
        }
    }

    private void askForBelongings() {
        String name = role;
        if (name != null && onScreen) {
            workbench.background().execute(() -> readBelongings(name));
        }
    }

    /** What can't be read is not said; the table beside it says why. */
    private void readBelongings(String name) {
        try {
            RoleDependenciesSnapshot owned = session.reader().ask(new RoleDependenciesQuery(name));
            workbench.uiThread().execute(() -> model.showBelongings(owned));
        } catch (ProblemException e) {
            LOG.debug("What a role owns could not be read", e);
        }
    }

    @Override
    public void shown() {
        onScreen = true;
        subscriptions.forEach(Subscription::shown);
        askForBelongings();
    }

    @Override
    public void hidden() {
        onScreen = false;
        subscriptions.forEach(Subscription::hidden);
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }

    /** The statements that are sent. */
    String sql() {
        return List.<Query<?>>of(roles, objects, defaults, activity).stream()
                .map(session::sqlOf)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(";\n\n"));
    }
}
