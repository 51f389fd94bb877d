package dev.howdah.ui.users.use;

import dev.howdah.core.Texts;
import dev.howdah.pg.access.AccessObjectsSnapshot;
import dev.howdah.pg.access.AccessRolesSnapshot;
import dev.howdah.pg.access.unused.RoleActivitySnapshot;
import dev.howdah.pg.access.unused.UnusedRoles;
import dev.howdah.ui.Names;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.users.access.AccessWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What was granted to roles that nobody has worked as.
 *
 * @param database the one whose objects were looked at
 * @param rows at most {@link #LIMIT}
 * @param notices the period, and what can't be told
 */
record UnusedGrants(String database, List<Line> rows, List<Notice> notices) {
    static final int LIMIT = 10_000;

    private static final Texts TEXTS = Texts.of(UnusedGrants.class);

    UnusedGrants {
        rows = List.copyOf(rows);
        notices = List.copyOf(notices);
    }

    /** One grant, in words. */
    record Line(String role, String on, String privileges) {}

    /** Not meant for the JavaFX thread: there can be many objects. */
    static UnusedGrants of(
            AccessRolesSnapshot roles,
            AccessObjectsSnapshot objects,
            RoleActivitySnapshot activity,
            String database) {
        Set<Long> unused = UnusedRoles.oids(roles, activity);
        List<UnusedRoles.Grant> grants = UnusedRoles.grants(roles, objects, unused);
        List<Line> rows =
                grants.stream()
                        .limit(LIMIT)
                        .map(grant ->
                                new Line(
                                        Names.visible(grant.role().name()),
                                        grant.column().isEmpty()
                                                ? AccessWords.object(grant.object())
                                                : TEXTS.text(
                                                        "unusedGrants.column",
                                                        Names.visible(grant.column()),
                                                        AccessWords.object(grant.object())),
                                        AccessWords.privileges(
                                                grant.privileges().list(),
                                                grant.object()
                                                        .kind()
                                                        .privileges(roles.major())
                                                        .list())))
                        .toList();
        List<Notice> notices = new ArrayList<>();
        notices.add(RoleUse.of(roles, activity).notice());
        notices.add(Notice.of(Notice.Level.INFO, TEXTS.text("unusedGrants.limits")));
        if (grants.size() > LIMIT || objects.notRead() > 0) {
            notices.add(
                    Notice.of(
                            Notice.Level.WARNING,
                            TEXTS.text(
                                    "unusedGrants.more",
                                    Math.max(0, grants.size() - LIMIT),
                                    objects.notRead())));
        }
        return new UnusedGrants(database, rows, notices);
    }
}
