package dev.howdah.ui.users.access;

import dev.howdah.core.Texts;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.access.AccessObject;
import dev.howdah.pg.access.AccessRole;
import dev.howdah.pg.access.ObjectKind;
import dev.howdah.pg.access.effect.AccessMatrix;
import dev.howdah.pg.access.effect.EffectiveAccess;
import dev.howdah.pg.access.effect.EffectiveAccess.ObjectAccess;
import dev.howdah.pg.access.effect.FutureAccess;
import dev.howdah.pg.access.effect.Held;
import dev.howdah.ui.Names;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lays out what a role may do: by schema, by kind, by object, and for what comes later. */
final class AccessLines {
    private static final Texts TEXTS = Texts.of(AccessLines.class);

    private final EffectiveAccess access;
    private final AccessRole role;
    private final int major;
    private final List<FutureAccess> future;

    AccessLines(EffectiveAccess access, AccessRole role) {
        this.access = access;
        this.role = role;
        this.major = access.roles().major();
        this.future = access.future(role);
    }

    /** The databases, then each schema with its kinds under it. */
    List<AccessLine> all() {
        AccessMatrix matrix = access.matrix(role);
        List<AccessLine> lines = new ArrayList<>();
        for (AccessMatrix.Line line : matrix.lines()) {
            switch (line.kind()) {
                case DATABASE ->
                        lines.add(kind(line, TEXTS.text("access.databases", line.total())));
                case SCHEMA -> lines.add(schema(line, matrix));
                default -> {}
            }
        }
        return List.copyOf(lines);
    }

    private AccessLine schema(AccessMatrix.Line schema, AccessMatrix matrix) {
        List<AccessLine> below = new ArrayList<>();
        for (AccessMatrix.Line line : matrix.lines()) {
            if (line.schemaOid() == schema.schemaOid() && line.kind() != ObjectKind.SCHEMA) {
                below.add(kind(line, kindLabel(line)));
            }
        }
        for (FutureAccess later : future) {
            if (later.schemaOid() == schema.schemaOid() && isWorthALine(later)) {
                below.add(later(later));
            }
        }
        return new AccessLine(
                "schema " + schema.schemaOid(),
                Names.visible(schema.schema()),
                cells(schema),
                access.objects().objects().stream()
                        .filter(object ->
                                object.kind() == ObjectKind.SCHEMA
                                        && object.oid() == schema.schemaOid())
                        .<AccessLine.Subject>map(AccessLine.One::new)
                        .findFirst()
                        .orElseGet(
                                () -> new AccessLine.Objects(schema.schema(), ObjectKind.SCHEMA)),
                () -> below);
    }

    /** Types and routines are PUBLIC's from the start; only what differs from today is news. */
    private static boolean isWorthALine(FutureAccess later) {
        return switch (later.kind()) {
            case TABLES, SEQUENCES -> true;
            case ROUTINES, TYPES, SCHEMAS, LARGE_OBJECTS -> !later.gap().isEmpty();
        };
    }

    private static String kindLabel(AccessMatrix.Line line) {
        return TEXTS.text("access.kind." + line.kind(), line.total());
    }

    private AccessLine kind(AccessMatrix.Line line, String label) {
        return new AccessLine(
                "kind " + line.schemaOid() + " " + line.kind(),
                label,
                cells(line),
                new AccessLine.Objects(line.schema(), line.kind()),
                () ->
                        access.objects(role, line.schemaOid(), line.kind()).stream()
                                .map(this::object)
                                .toList());
    }

    private AccessLine object(ObjectAccess one) {
        AccessObject object = one.object();
        Map<AccessColumn, AccessCell> cells = new EnumMap<>(AccessColumn.class);
        for (AccessColumn column : AccessColumn.values()) {
            column.of(object.kind(), major)
                    .ifPresent(privilege -> cells.put(column, cell(one.held(), privilege)));
        }
        String name = Names.visible(object.name());
        return AccessLine.leaf(
                "object " + object.kind() + " " + object.oid(),
                object.kind() == ObjectKind.ROUTINE
                        ? name + "(" + Names.visible(object.arguments()) + ")"
                        : name,
                cells,
                new AccessLine.One(object));
    }

    private static AccessCell cell(Held held, Privilege privilege) {
        if (held.privileges().contains(privilege)) {
            return held.reachable()
                    ? AccessCells.all(1, held.grantable().contains(privilege))
                    : AccessCells.unreachable(1);
        }
        if (held.onColumns().contains(privilege)) {
            return AccessCells.columns();
        }
        if (held.afterSetRole().contains(privilege)) {
            return AccessCells.afterSetRole();
        }
        return held.unknown().contains(privilege) ? AccessCells.unknown() : AccessCells.none();
    }

    private Map<AccessColumn, AccessCell> cells(AccessMatrix.Line line) {
        Map<AccessColumn, AccessCell> cells = new EnumMap<>(AccessColumn.class);
        for (AccessColumn column : AccessColumn.values()) {
            column.of(line.kind(), major)
                    .ifPresent(privilege ->
                            cells.put(
                                    column,
                                    AccessCells.of(
                                            line,
                                            line.cells()
                                                    .getOrDefault(
                                                            privilege,
                                                            AccessMatrix.Cell.NOTHING))));
        }
        return cells;
    }

    private AccessLine later(FutureAccess later) {
        Map<AccessColumn, AccessCell> cells = new EnumMap<>(AccessColumn.class);
        Set<Privilege> gap = later.gap().list().stream().collect(Collectors.toSet());
        for (AccessColumn column : AccessColumn.values()) {
            column.of(ObjectKind.of(later.kind()).orElseThrow(), major)
                    .ifPresent(privilege ->
                            cells.put(
                                    column,
                                    later.held().contains(privilege)
                                            ? AccessCells.later()
                                            : gap.contains(privilege)
                                                    ? AccessCells.gap()
                                                    : AccessCells.none()));
        }
        String owner = Names.visible(later.owner().name());
        return AccessLine.leaf(
                "later " + later.schemaOid() + " " + later.owner().oid() + " " + later.kind(),
                TEXTS.text("access.later." + later.kind(), owner),
                cells,
                new AccessLine.Later(later.schema(), later.owner().name(), later.kind()));
    }
}
