package dev.howdah.pg.roles.change;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.roles.RoleAct;
import dev.howdah.pg.roles.RoleNames;
import dev.howdah.pg.roles.RoleRights;
import dev.howdah.pg.roles.RolesSnapshot.Asker;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.RolesSnapshot.Setting;
import dev.howdah.pg.roles.newuser.NewRole;
import dev.howdah.pg.roles.password.ScramIterationsQuery;
import dev.howdah.pg.roles.password.ScramVerifier;
import dev.howdah.pg.roles.step.DatabaseSteps;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.pg.roles.step.StepChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Describes the changes of a role itself. Nothing is sent until one runs, and none is described for
 * which {@link RoleRights} knows an obstacle: then each of these throws a {@link ProblemException}
 * of kind NOT_PERMITTED. Only {@link #password} blocks.
 */
public final class RoleChanges {
    private static final Texts TEXTS = Texts.of(RoleChanges.class);

    private final StepChanges changes;
    private final Asker asker;

    /** For the roles of one snapshot, which says who asked. */
    public RoleChanges(Reach reach, ChangeTarget target, Asker asker) {
        this.changes = new StepChanges(reach, target, TEXTS);
        this.asker = asker;
    }

    /**
     * There is no way back: nobody knows the old password. Asks the server how much work it wants
     * in a verifier.
     */
    public Change password(Role role, ScramVerifier.Maker password) throws ProblemException {
        require(role, RoleAct.PASSWORD);
        ScramVerifier verifier =
                password.asWanted(changes.reach().reader().ask(new ScramIterationsQuery()));
        return changes.oneWay(
                        "role.password",
                        changes.atHome(NewRole.password(SqlNames.quoted(role.name()), verifier)),
                        List.of(TEXTS.text("role.password.warning", role.sessions())),
                        shown(role.name()))
                .noting(notes -> notes.oneWay(TEXTS.text("role.password.oneWay")));
    }

    /**
     * @param when empty for never
     */
    public Change expiry(Role role, Optional<Instant> when) throws ProblemException {
        require(role, RoleAct.LIMITS);
        return expiry(role, when, role.validUntil());
    }

    private Change expiry(Role role, Optional<Instant> when, Optional<Instant> before) {
        return about(role)
                .of(
                        when.isPresent() ? "role.expires" : "role.neverExpires",
                        changes.atHome(
                                "ALTER ROLE %s VALID UNTIL %s"
                                        .formatted(
                                                SqlNames.quoted(role.name()),
                                                NewRole.moment(when.orElse(Instant.MAX)))),
                        List.of(TEXTS.text("role.expires.warning")),
                        () -> expiry(role, before, when),
                        shown(role.name()),
                        when.map(Instant::toString).orElse(""))
                .noting(notes -> notes.from(validUntil(before), validUntil(when)));
    }

    private static String validUntil(Optional<Instant> when) {
        return "VALID UNTIL " + NewRole.moment(when.orElse(Instant.MAX));
    }

    /** Sessions that are there go on. */
    public Change login(Role role, boolean allowed) throws ProblemException {
        require(role, RoleAct.LIMITS);
        return login(role, allowed, role.sessions());
    }

    private Change login(Role role, boolean allowed, int sessions) {
        return about(role)
                .of(
                        allowed ? "role.unlock" : "role.lock",
                        changes.atHome(
                                "ALTER ROLE %s %s"
                                        .formatted(
                                                SqlNames.quoted(role.name()),
                                                allowed ? "LOGIN" : "NOLOGIN")),
                        !allowed && sessions > 0
                                ? List.of(TEXTS.text("role.lock.sessions", sessions))
                                : List.of(),
                        () -> login(role, !allowed, 0),
                        shown(role.name()))
                .noting(notes -> notes.from(word("LOGIN", !allowed), word("LOGIN", allowed)));
    }

    private static String word(String attribute, boolean given) {
        return (given ? "" : "NO") + attribute;
    }

    /**
     * @param limit -1 for none, 0 for no session at all
     */
    public Change connectionLimit(Role role, int limit) throws ProblemException {
        require(role, RoleAct.LIMITS);
        return connectionLimit(role, limit, role.connectionLimit());
    }

    private Change connectionLimit(Role role, int limit, int before) {
        return about(role)
                .of(
                        limit < 0 ? "role.noLimit" : "role.limit",
                        changes.atHome(
                                "ALTER ROLE %s CONNECTION LIMIT %d"
                                        .formatted(
                                                SqlNames.quoted(role.name()), Math.max(-1, limit))),
                        List.of(),
                        () -> connectionLimit(role, before, limit),
                        shown(role.name()),
                        limit)
                .noting(notes ->
                        notes.from("CONNECTION LIMIT " + before, "CONNECTION LIMIT " + limit));
    }

    /**
     * Sets a parameter for new sessions of the role.
     *
     * @param setting its database is empty for every database; its value is written as in
     *     postgresql.conf, without quotes around the whole
     */
    public Change set(Role role, Setting setting) throws ProblemException {
        require(role, RoleAct.SETTINGS);
        return set(role, setting, before(role, setting));
    }

    /** Takes a parameter back to what it is for everybody. */
    public Change reset(Role role, Setting setting) throws ProblemException {
        require(role, RoleAct.SETTINGS);
        return reset(role, setting, before(role, setting));
    }

    private Change set(Role role, Setting setting, Optional<Setting> before) {
        return about(role)
                .of(
                        "role.set",
                        changes.atHome(
                                "ALTER ROLE %s%s SET %s TO %s"
                                        .formatted(
                                                SqlNames.quoted(role.name()),
                                                inDatabase(setting),
                                                SettingTexts.quotedName(setting.name()),
                                                SettingTexts.literal(
                                                        setting.name(), setting.value()))),
                        List.of(TEXTS.text("role.set.warning")),
                        () -> back(role, setting, before),
                        shown(role.name()),
                        setting.name(),
                        shown(setting.value()))
                .noting(notes -> notes.from(text(before), text(Optional.of(setting))));
    }

    private Change reset(Role role, Setting setting, Optional<Setting> before) {
        return about(role)
                .of(
                        "role.reset",
                        changes.atHome(
                                "ALTER ROLE %s%s RESET %s"
                                        .formatted(
                                                SqlNames.quoted(role.name()),
                                                inDatabase(setting),
                                                SettingTexts.quotedName(setting.name()))),
                        List.of(TEXTS.text("role.set.warning")),
                        () -> back(role, setting, before),
                        shown(role.name()),
                        setting.name())
                .noting(notes -> notes.from(text(before), text(Optional.empty())));
    }

    /** Of a role that has none of its own, nothing. */
    private static String text(Optional<Setting> setting) {
        return setting.map(each -> each.name() + " = " + each.value()).orElse("–");
    }

    private Change back(Role role, Setting setting, Optional<Setting> before) {
        return before.map(old -> set(role, old, Optional.of(setting)))
                .orElseGet(() -> reset(role, setting, Optional.of(setting)));
    }

    private static Optional<Setting> before(Role role, Setting setting) {
        return role.settings().stream()
                .filter(each ->
                        each.name().equalsIgnoreCase(setting.name())
                                && each.database().equals(setting.database()))
                .findFirst();
    }

    private static String inDatabase(Setting setting) {
        return setting.database().isEmpty()
                ? ""
                : " IN DATABASE " + SqlNames.quoted(setting.database());
    }

    /**
     * @param text empty for none
     */
    public Change comment(Role role, String text) throws ProblemException {
        require(role, RoleAct.COMMENT);
        if (text.indexOf('\0') >= 0) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.BAD_INPUT,
                            TEXTS.text("role.comment.nul"),
                            TEXTS.text("role.nothingSent")));
        }
        return comment(role, text, role.comment());
    }

    private Change comment(Role role, String text, String before) {
        return about(role)
                .of(
                        "role.comment",
                        changes.atHome(
                                "COMMENT ON ROLE %s IS %s"
                                        .formatted(
                                                SqlNames.quoted(role.name()),
                                                text.isEmpty() ? "NULL" : SqlNames.literal(text))),
                        List.of(),
                        () -> comment(role, before, text),
                        shown(role.name()))
                .noting(notes -> notes.from(before, text));
    }

    /** Programs know the role by its name, so they are not forgotten in the warnings. */
    public Change rename(Role role, String newName) throws ProblemException {
        require(role, RoleAct.RENAME);
        RoleNames.check(newName, asker.encoding());
        return rename(role.name(), newName, role);
    }

    private Change rename(String from, String to, Role role) {
        List<String> warnings = new ArrayList<>();
        if (role.attributes().login()) {
            warnings.add(TEXTS.text("role.rename.logins", shown(from)));
        }
        switch (role.hash()) {
            case MD5 -> warnings.add(TEXTS.text("role.rename.md5"));
            case HIDDEN -> warnings.add(TEXTS.text("role.rename.hidden"));
            case SCRAM, NONE -> {}
        }
        return changes.about(to, role.oid())
                .of(
                        "role.rename",
                        changes.atHome(
                                "ALTER ROLE %s RENAME TO %s"
                                        .formatted(SqlNames.quoted(from), SqlNames.quoted(to))),
                        warnings,
                        () -> rename(to, from, role),
                        shown(from),
                        shown(to))
                .noting(notes -> notes.from(from, to));
    }

    private StepChanges about(Role role) {
        return changes.about(role.name(), role.oid());
    }

    private void require(Role role, RoleAct act) throws ProblemException {
        RoleRights.of(asker, role).require(act);
    }

    private static String shown(String name) {
        return DatabaseSteps.oneLine(name);
    }
}
