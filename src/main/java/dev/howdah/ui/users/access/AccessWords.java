package dev.howdah.ui.users.access;

import dev.howdah.core.Texts;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.access.AccessObject;
import dev.howdah.pg.access.AccessRole;
import dev.howdah.pg.access.effect.AccessPath;
import dev.howdah.pg.access.effect.EffectiveAccess;
import dev.howdah.pg.access.unused.RoleActivitySnapshot;
import dev.howdah.pg.access.unused.UnusedRoles;
import dev.howdah.pg.roles.drop.RoleDependenciesSnapshot;
import dev.howdah.ui.Names;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says by which way a role comes to a privilege. */
public final class AccessWords {
    private static final Texts TEXTS = Texts.of(AccessWords.class);

    private static final int MOST_DATABASES = 10;
    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private AccessWords() {}

    /** One sentence for one way. */
    static String path(AccessPath path) {
        String way = TEXTS.text("access.path." + path.kind(), last(path.chain()), grantor(path));
        StringBuilder sentence = new StringBuilder(way);
        if (!path.column().isEmpty()) {
            sentence.append(TEXTS.text("access.path.column", Names.visible(path.column())));
        }
        if (path.grantable() && isGranted(path.kind())) {
            sentence.append(TEXTS.text("access.path.grantable"));
        }
        if (!path.chain().isEmpty()) {
            sentence.append(
                    TEXTS.text(
                            path.afterSetRole() ? "access.path.setRole" : "access.path.through",
                            chain(path.chain())));
        }
        return sentence.append('.').toString();
    }

    /** An owner and a superuser may grant everything anyway. */
    private static boolean isGranted(AccessPath.Kind kind) {
        return switch (kind) {
            case DIRECT, MEMBERSHIP, PUBLIC -> true;
            case SUPERUSER, OWNER, PREDEFINED -> false;
        };
    }

    private static String last(List<AccessRole> chain) {
        return chain.isEmpty()
                ? TEXTS.text("access.path.itself")
                : Names.visible(chain.getLast().name());
    }

    private static String grantor(AccessPath path) {
        return path.grantor()
                .map(role -> TEXTS.text("access.path.by", Names.visible(role.name())))
                .orElse("");
    }

    private static String chain(List<AccessRole> chain) {
        return chain.stream()
                .map(role -> Names.visible(role.name()))
                .collect(Collectors.joining(" → "));
    }

    /** Like "SELECT, INSERT", or "all 8" when there are no others. */
    public static String privileges(List<Privilege> some, List<Privilege> all) {
        return some.size() == all.size() && all.size() > 1
                ? TEXTS.text("access.allPrivileges", all.size())
                : some.stream().map(Privilege::name).collect(Collectors.joining(", "));
    }

    /** Like "table orders.items". */
    public static String object(AccessObject object) {
        String name =
                switch (object.kind()) {
                    case DATABASE, SCHEMA -> Names.visible(object.name());
                    case ROUTINE ->
                            Names.visible(object.schema())
                                    + "."
                                    + Names.visible(object.name())
                                    + "("
                                    + Names.visible(object.arguments())
                                    + ")";
                    default -> Names.visible(object.schema()) + "." + Names.visible(object.name());
                };
        return TEXTS.text("access.object." + object.kind(), name);
    }

    /** What a role owns, database by database. */
    static String owned(RoleDependenciesSnapshot of) {
        String each =
                of.databases().stream()
                        .filter(in -> in.owned() > 0)
                        .limit(MOST_DATABASES)
                        .map(in ->
                                TEXTS.text(
                                        "access.owned.in",
                                        in.owned(),
                                        Names.visible(in.database())))
                        .collect(Collectors.joining(", "));
        return TEXTS.text("access.owned", of.owned(), each.isEmpty() ? "–" : each);
    }

    public static String moment(Instant moment) {
        return SINCE.format(moment.atZone(ZoneOffset.UTC));
    }

    /** That nobody has worked as the role, and since when; empty when somebody has. */
    static Optional<String> unused(
            EffectiveAccess access, AccessRole role, RoleActivitySnapshot lately) {
        return UnusedRoles.of(access, lately).stream()
                .filter(unused -> unused.role().oid() == role.oid())
                .findFirst()
                .map(unused ->
                        TEXTS.text(
                                lately.isComplete() ? "access.unused" : "access.unused.perhaps",
                                lately.since()
                                        .map(AccessWords::moment)
                                        .orElse(TEXTS.text("access.unused.start")),
                                unused.tableGrants(),
                                unused.otherGrants()));
    }
}
