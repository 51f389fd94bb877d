package dev.howdah.pg.access.effect;

import dev.howdah.pg.Privilege;
import dev.howdah.pg.access.AccessRole;
import dev.howdah.pg.access.ObjectKind;
import java.util.List;
import java.util.Map;

/**
 * What one role may do, by schema and kind.
 *
 * @param lines databases first, then by schema: the schema itself and each kind it has objects of
 */
public record AccessMatrix(AccessRole role, List<Line> lines) {
    public AccessMatrix {
        lines = List.copyOf(lines);
    }

    /**
     * The objects of one kind in one schema.
     *
     * @param schemaOid 0 for databases
     * @param schema empty for databases
     * @param total objects that were read, 1 or more
     * @param reachable whether the role has USAGE of the schema, without which nothing in it can be
     *     reached; true for databases and schemas themselves
     * @param cells one for each privilege that the kind has on this server
     */
    public record Line(
            long schemaOid,
            String schema,
            ObjectKind kind,
            int total,
            boolean reachable,
            Map<Privilege, Cell> cells) {
        public Line {
            cells = Map.copyOf(cells);
        }

        /** Nothing for a privilege that the kind doesn't have. */
        public Cell cell(Privilege privilege) {
            return cells.getOrDefault(privilege, Cell.NOTHING);
        }
    }

    /**
     * A privilege on these objects; each count is of objects, 0 to the line's total.
     *
     * @param held whether reachable or not
     * @param grantable may be granted on to others
     * @param onColumns held on some columns only, and not counted as held
     * @param afterSetRole not held, but there after SET ROLE
     * @param unknown can't be told, because the ACL was not read
     */
    public record Cell(int held, int grantable, int onColumns, int afterSetRole, int unknown) {
        public static final Cell NOTHING = new Cell(0, 0, 0, 0, 0);
    }
}
