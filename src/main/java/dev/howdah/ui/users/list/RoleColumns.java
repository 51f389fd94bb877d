package dev.howdah.ui.users.list;

import dev.howdah.pg.roles.RolesSnapshot.Attributes;
import dev.howdah.pg.roles.RolesSnapshot.Membership;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.ui.table.TableExport.Column;
import dev.howdah.ui.users.role.RoleWords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The columns of roles in a file: everything that CREATE ROLE knows, under its own words. */
public final class RoleColumns {
    /** What two roles never share, or what changes from moment to moment. */
    static final Set<String> OF_ONE_ROLE = Set.of("name", "oid", "sessions", "rights");

    public static final List<Column<Role>> ALL =
            List.of(
                    new Column<>("name", "Role", Role::name),
                    new Column<>("kind", "Kind", role -> RoleWords.heading(role.kind())),
                    new Column<>("provider", "Provider", Role::provider),
                    attribute("login", "LOGIN", Attributes::login),
                    attribute("superuser", "SUPERUSER", Attributes::superuser),
                    attribute("create_role", "CREATEROLE", Attributes::createRole),
                    attribute("create_database", "CREATEDB", Attributes::createDatabase),
                    attribute("replication", "REPLICATION", Attributes::replication),
                    attribute("bypass_rls", "BYPASSRLS", Attributes::bypassRls),
                    attribute("inherit", "INHERIT", Attributes::inherit),
                    new Column<>("hash", "Password kept as", role -> RoleWords.hash(role.hash())),
                    new Column<>(
                            "connection_limit",
                            "CONNECTION LIMIT",
                            role ->
                                    role.connectionLimit() < 0
                                            ? Optional.empty()
                                            : Optional.of(role.connectionLimit())),
                    new Column<>("sessions", "Sessions now", Role::sessions),
                    new Column<>(
                            "valid_until",
                            "VALID UNTIL",
                            role -> role.validUntil().map(RoleColumns::moment)),
                    new Column<>(
                            "rights",
                            "Special rights",
                            role -> RoleWords.rights(role.attributes())),
                    new Column<>(
                            "member_of",
                            "Member of",
                            role -> role.memberOf().stream().map(Membership::group).toList()),
                    new Column<>(
                            "settings",
                            "Set at login",
                            role ->
                                    role.settings().stream()
                                            .map(s ->
                                                    (s.database().isEmpty()
                                                                    ? ""
                                                                    : s.database() + ": ")
                                                            + s.name()
                                                            + "="
                                                            + s.value())
                                            .toList()),
                    new Column<>("comment", "Comment", Role::comment),
                    new Column<>("oid", "OID", Role::oid));

    private RoleColumns() {}

    private static Column<Role> attribute(
            String key, String title, Function<Attributes, Boolean> has) {
        return new Column<>(key, title, role -> has.apply(role.attributes()));
    }

    private static String moment(Instant moment) {
        if (moment.equals(Instant.MAX)) {
            return "infinity";
        }
        return moment.equals(Instant.MIN) ? "-infinity" : moment.toString();
    }
}
