package dev.howdah.ui.users.use;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.access.AccessRolesSnapshot;
import dev.howdah.pg.access.unused.RoleActivitySnapshot;
import dev.howdah.pg.access.unused.UnusedRoles;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.users.access.AccessWords;
import java.util.Optional;
import java.util.Set;

/**
 * Which roles nobody has worked as, and how far that can be told.
 *
 * @param unused by OID; empty when nothing can be told, which is not the same as no unused role
 * @param notice the period and the doubts, or why nothing can be told
 */
public record RoleUse(Optional<Set<Long>> unused, Notice notice) {
    private static final Texts TEXTS = Texts.of(RoleUse.class);

    public static RoleUse waiting() {
        return unknown(Notice.of(Notice.Level.INFO, TEXTS.text("use.waiting")));
    }

    static RoleUse of(Reading<AccessRolesSnapshot> roles, Reading<RoleActivitySnapshot> activity) {
        Optional<Problem> problem = activity.problem().or(roles::problem);
        if (roles.content().isEmpty() || activity.content().isEmpty()) {
            return problem.map(RoleUse::failed).orElseGet(RoleUse::waiting);
        }
        return of(roles.content().get(), activity.content().get());
    }

    static RoleUse of(AccessRolesSnapshot all, RoleActivitySnapshot seen) {
        Set<Long> unused = UnusedRoles.oids(all, seen);
        boolean certain = seen.isComplete() && all.notRead() == 0 && all.membershipsNotRead() == 0;
        String since =
                seen.since().map(AccessWords::moment).orElse(TEXTS.text("access.unused.start"));
        return new RoleUse(
                Optional.of(unused),
                new Notice(
                        certain ? Notice.Level.INFO : Notice.Level.WARNING,
                        TEXTS.text(certain ? "use.found" : "use.perhaps", unused.size(), since),
                        TEXTS.text(certain ? "use.limits" : doubt(seen))));
    }

    private static String doubt(RoleActivitySnapshot seen) {
        if (seen.evictions().isEmpty()) {
            return "use.doubt.version";
        }
        return seen.evictions().get() > 0 ? "use.doubt.evicted" : "use.doubt.notRead";
    }

    private static RoleUse failed(Problem problem) {
        return unknown(new Notice(Notice.Level.WARNING, problem.sentence(), problem.remedy()));
    }

    private static RoleUse unknown(Notice notice) {
        return new RoleUse(Optional.empty(), notice);
    }
}
