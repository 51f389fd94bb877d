package dev.howdah.pg.access.effect;

import dev.howdah.pg.Privilege;
import dev.howdah.pg.access.AccessRole;
import dev.howdah.pg.access.ObjectKind;
import dev.howdah.pg.access.Privileges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What members of PostgreSQL's own roles may do with every object, whatever its ACL. Source:
 * pg_class_aclmask_ext() and pg_namespace_aclmask_ext() in aclchk.c; the roles are there from 14
 * (data) and 17 (maintain) on.
 */
final class PredefinedRights {
    private final List<Rule> rules = new ArrayList<>();

    /** A role and what it has on relations and on schemas. */
    private record Rule(long role, Privileges onRelations, Privileges onSchemas) {}

    PredefinedRights(RoleGraph graph) {
        Privileges usage = Privileges.of(Privilege.USAGE);
        add(graph.role("pg_read_all_data"), Privileges.of(Privilege.SELECT), usage);
        add(
                graph.role("pg_write_all_data"),
                Privileges.of(Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE),
                usage);
        add(graph.role("pg_maintain"), Privileges.of(Privilege.MAINTAIN), Privileges.NONE);
    }

    private void add(Optional<AccessRole> role, Privileges onRelations, Privileges onSchemas) {
        role.ifPresent(r -> rules.add(new Rule(r.oid(), onRelations, onSchemas)));
    }

    /** What somebody has who has the rights of all these roles. */
    Privileges of(Reach roles, ObjectKind kind) {
        Privileges sum = Privileges.NONE;
        for (Rule rule : rules) {
            if (roles.contains(rule.role())) {
                sum = sum.and(on(rule, kind));
            }
        }
        return sum;
    }

    /** The OIDs of the roles that give this privilege on objects of this kind. */
    List<Long> giving(Privilege privilege, ObjectKind kind) {
        return rules.stream()
                .filter(rule -> on(rule, kind).contains(privilege))
                .map(Rule::role)
                .toList();
    }

    /** A sequence is a relation here: it can be selected from and updated. */
    private static Privileges on(Rule rule, ObjectKind kind) {
        return switch (kind) {
            case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> rule.onRelations();
            case SEQUENCE -> rule.onRelations().within(kind.privileges(Privilege.MAINTAIN_SINCE));
            case SCHEMA -> rule.onSchemas();
            case DATABASE, ROUTINE, TYPE, DOMAIN -> Privileges.NONE;
        };
    }
}
