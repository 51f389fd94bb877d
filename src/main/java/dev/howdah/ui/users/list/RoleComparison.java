package dev.howdah.ui.users.list;

import dev.howdah.core.Texts;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.ui.table.TableExport.Column;
import java.util.ArrayList;
import java.util.List;

/** Where two roles differ, by everything that CREATE ROLE, GRANT and ALTER ROLE SET said. */
record RoleComparison(String one, String other, List<Difference> differences, int alike) {
    private static final Texts TEXTS = Texts.of(RoleComparison.class);

    RoleComparison {
        differences = List.copyOf(differences);
    }

    /** What the one has and the other hasn't; "–" for nothing. */
    record Difference(String what, String one, String other) {}

    static RoleComparison of(Role one, Role other) {
        List<Difference> differences = new ArrayList<>();
        int alike = 0;
        for (Column<Role> column : RoleColumns.ALL) {
            if (RoleColumns.OF_ONE_ROLE.contains(column.key())) {
                continue;
            }
            String first = column.text(one);
            String second = column.text(other);
            if (first.equals(second)) {
                alike++;
            } else {
                differences.add(new Difference(column.title(), shown(first), shown(second)));
            }
        }
        return new RoleComparison(one.name(), other.name(), differences, alike);
    }

    private static String shown(String text) {
        return text.isEmpty() ? TEXTS.text("compare.nothing") : text;
    }
}
