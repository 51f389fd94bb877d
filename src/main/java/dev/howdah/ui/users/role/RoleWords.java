package dev.howdah.ui.users.role;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.RolesSnapshot.Attributes;
import dev.howdah.pg.roles.RolesSnapshot.Hash;
import dev.howdah.pg.roles.RolesSnapshot.Kind;
import dev.howdah.pg.roles.RolesSnapshot.Membership;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.ui.Fact;
import dev.howdah.ui.Lines;
import dev.howdah.ui.Moments;
import dev.howdah.ui.Names;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.Notice.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Says in words what a role is and may do. */
public final class RoleWords {
    private static final Texts TEXTS = Texts.of(RoleWords.class);

    /** More groups than this are counted and not named. */
    private static final int NAMED_GROUPS = 3;

    private final ZoneId zone;

    public RoleWords(ZoneId zone) {
        this.zone = zone;
    }

    public RoleDetail detail(Role role, RolesSnapshot snapshot, Memberships memberships) {
        Instant now = snapshot.serverTime();
        return new RoleDetail(
                role.oid(),
                role.name(),
                kind(role, snapshot.currentUser()),
                sentence(role, now),
                notices(role, now),
                abilities(role.attributes()),
                facts(role, now),
                TEXTS.text("detail.memberOf", role.memberOf().size()),
                TEXTS.text("detail.members", memberships.membersOf(role.oid()).size()),
                memberships,
                role.settings());
    }

    /** The title over the roles of a kind. */
    public static String heading(Kind kind) {
        return TEXTS.text("kinds." + kind);
    }

    private static String kind(Role role, String currentUser) {
        String kind =
                role.provider().isPresent()
                        ? TEXTS.text("kind.provider", role.provider().get())
                        : TEXTS.text("kind." + role.kind());
        return role.name().equals(currentUser) ? TEXTS.text("kind.you", kind) : kind;
    }

    /** One sentence: log in, rights, groups, expiry, connections. */
    String sentence(Role role, Instant now) {
        Attributes may = role.attributes();
        List<String> parts = new ArrayList<>();
        parts.add(TEXTS.text(may.login() ? "says.login" : "says.noLogin"));
        if (may.superuser()) {
            parts.add(TEXTS.text("says.superuser"));
        } else {
            parts.add(TEXTS.text(creates(may)));
            if (may.replication()) {
                parts.add(TEXTS.text("says.replication"));
            }
            if (may.bypassRls()) {
                parts.add(TEXTS.text("says.bypassRls"));
            }
        }
        if (!role.memberOf().isEmpty()) {
            parts.add(TEXTS.text("says.memberOf", groups(role.memberOf())));
        }
        role.expiry()
                .ifPresent(moment ->
                        parts.add(
                                TEXTS.text(
                                        moment.isAfter(now) ? "says.expires" : "says.expired",
                                        Moments.date(moment, zone))));
        if (may.login()) {
            parts.add(connections(role));
        }
        return TEXTS.text("says.sentence", String.join(", ", parts));
    }

    private static String creates(Attributes may) {
        if (may.createRole()) {
            return may.createDatabase() ? "says.createsBoth" : "says.createsRoles";
        }
        return may.createDatabase() ? "says.createsDatabases" : "says.createsNothing";
    }

    /** Up to three by name: "a", "a and b", "a, b and c", "a, b and 7 more". */
    private static String groups(List<Membership> memberOf) {
        List<String> names = memberOf.stream().map(to -> Names.visible(to.group())).toList();
        if (names.size() == 1) {
            return names.getFirst();
        }
        int named = names.size() <= NAMED_GROUPS ? names.size() - 1 : NAMED_GROUPS - 1;
        String last =
                names.size() <= NAMED_GROUPS
                        ? names.getLast()
                        : TEXTS.text("says.more", names.size() - named);
        return TEXTS.text("says.and", String.join(", ", names.subList(0, named)), last);
    }

    /** "2 of 5 connections"; without a limit only how many there are. */
    static String connections(Role role) {
        return role.connectionLimit() < 0
                ? TEXTS.text("says.connections", role.sessions())
                : TEXTS.text("says.connectionsOf", role.sessions(), role.connectionLimit());
    }

    private List<Notice> notices(Role role, Instant now) {
        List<Notice> notices = new ArrayList<>();
        Expiry expiry = Expiry.of(role, now);
        if (expiry == Expiry.PASSED) {
            notices.add(notice(Level.DANGER, "notice.expired", distance(role, now)));
        } else if (expiry == Expiry.SOON) {
            notices.add(notice(Level.WARNING, "notice.expiresSoon", distance(role, now)));
        }
        if (role.attributes().login()
                && role.connectionLimit() >= 0
                && role.sessions() >= role.connectionLimit()) {
            notices.add(notice(Level.WARNING, "notice.limitReached", role.connectionLimit()));
        }
        if (role.attributes().login() && role.hash() == Hash.MD5) {
            notices.add(notice(Level.WARNING, "notice.md5"));
        }
        if (role.kind() == Kind.PROVIDER) {
            notices.add(notice(Level.INFO, "notice.provider", role.provider().orElse("")));
        } else if (role.kind() == Kind.PREDEFINED) {
            notices.add(notice(Level.INFO, "notice.predefined"));
        } else if (role.attributes().superuser()) {
            notices.add(notice(Level.INFO, "notice.superuser"));
        }
        if (role.kind() == Kind.LOGIN && role.attributes().bypassRls()) {
            notices.add(notice(Level.WARNING, "notice.bypassRls"));
        }
        return notices;
    }

    private static Notice notice(Level level, String key, Object... arguments) {
        return new Notice(level, TEXTS.text(key, arguments), TEXTS.text(key + ".advice"));
    }

    /** Between now and the expiry; -infinity is as far away as time goes. */
    private static String distance(Role role, Instant now) {
        return role.expiry()
                .filter(moment -> !moment.equals(Instant.MIN))
                .map(moment -> Quantities.duration(Duration.between(now, moment).abs()))
                .orElse("∞");
    }

    private static List<RoleDetail.Ability> abilities(Attributes may) {
        return List.of(
                new RoleDetail.Ability(TEXTS.text("ability.login"), may.login()),
                new RoleDetail.Ability(TEXTS.text("ability.superuser"), may.superuser()),
                new RoleDetail.Ability(TEXTS.text("ability.createRole"), may.createRole()),
                new RoleDetail.Ability(TEXTS.text("ability.createDatabase"), may.createDatabase()),
                new RoleDetail.Ability(TEXTS.text("ability.replication"), may.replication()),
                new RoleDetail.Ability(TEXTS.text("ability.bypassRls"), may.bypassRls()),
                new RoleDetail.Ability(TEXTS.text("ability.inherit"), may.inherit()));
    }

    private List<Fact> facts(Role role, Instant now) {
        List<Fact> facts = new ArrayList<>();
        facts.add(
                fact(
                        "fact.sessions",
                        TEXTS.text(
                                role.connectionLimit() < 0
                                        ? "fact.sessions.any"
                                        : "fact.sessions.of",
                                role.sessions(),
                                role.connectionLimit())));
        if (role.attributes().login()) {
            facts.add(fact("fact.hash", hash(role.hash())));
        }
        facts.add(fact("fact.expires", expiry(role, now)));
        if (!role.comment().isEmpty()) {
            facts.add(fact("fact.comment", Lines.capped(role.comment())));
        }
        facts.add(fact("fact.oid", Long.toString(role.oid())));
        return facts;
    }

    private String expiry(Role role, Instant now) {
        if (role.validUntil().isEmpty()) {
            return TEXTS.text("fact.expires.never");
        }
        Instant moment = role.validUntil().get();
        if (moment.equals(Instant.MAX)) {
            return TEXTS.text("fact.expires.infinity");
        }
        return moment.isAfter(now)
                ? TEXTS.text("fact.expires.at", Moments.exact(moment, zone))
                : TEXTS.text("fact.expires.passed", Moments.exact(moment, zone));
    }

    private static Fact fact(String key, String value) {
        return new Fact(TEXTS.text(key), value);
    }

    /** How a password is kept, in a word. */
    public static String hash(Hash hash) {
        return TEXTS.text("hash." + hash);
    }

    /** The attributes that set a role apart, in few words; empty for an ordinary one. */
    public static String rights(Attributes may) {
        if (may.superuser()) {
            return TEXTS.text("rights.superuser");
        }
        List<String> words = new ArrayList<>();
        if (may.createRole()) {
            words.add(TEXTS.text("rights.createRole"));
        }
        if (may.createDatabase()) {
            words.add(TEXTS.text("rights.createDatabase"));
        }
        if (may.replication()) {
            words.add(TEXTS.text("rights.replication"));
        }
        if (may.bypassRls()) {
            words.add(TEXTS.text("rights.bypassRls"));
        }
        return String.join(", ", words);
    }

    /** The options of a membership that are out of the ordinary; empty for a plain one. */
    static String options(Memberships.Link link) {
        List<String> words = new ArrayList<>();
        if (link.admin()) {
            words.add(TEXTS.text("option.admin"));
        }
        if (!link.inherits()) {
            words.add(TEXTS.text("option.noInherit"));
        }
        if (!link.sets()) {
            words.add(TEXTS.text("option.noSet"));
        }
        return String.join(", ", words);
    }
}
