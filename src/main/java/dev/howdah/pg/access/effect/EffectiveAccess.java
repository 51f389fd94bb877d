package dev.howdah.pg.access.effect;

import dev.howdah.pg.Privilege;
import dev.howdah.pg.access.AccessObject;
import dev.howdah.pg.access.AccessObjectsSnapshot;
import dev.howdah.pg.access.AccessRole;
import dev.howdah.pg.access.AccessRolesSnapshot;
import dev.howdah.pg.access.DefaultAclsSnapshot;
import dev.howdah.pg.access.ObjectKind;
import dev.howdah.pg.access.Privileges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may do what in a database, worked out from its ACLs and memberships by the rules of the
 * server, without asking it again. Immutable; safe to use from any thread, but not meant for the
 * JavaFX thread on a large catalog.
 */
public final class EffectiveAccess {
    private static final Comparator<AccessMatrix.Line> ORDER =
            Comparator.comparing((AccessMatrix.Line line) -> line.schemaOid() != 0)
                    .thenComparing(AccessMatrix.Line::schema)
                    .thenComparing(AccessMatrix.Line::kind);

    private final int major;
    private final AccessRolesSnapshot roles;
    private final AccessObjectsSnapshot objects;
    private final RoleGraph graph;
    private final PredefinedRights predefined;
    private final Map<Long, AccessObject> schemas;
    private final FutureRules future;

    public EffectiveAccess(
            AccessRolesSnapshot roles,
            AccessObjectsSnapshot objects,
            DefaultAclsSnapshot defaults) {
        this.major = roles.major();
        this.roles = roles;
        this.objects = objects;
        this.graph = new RoleGraph(roles);
        this.predefined = new PredefinedRights(graph);
        this.schemas =
                objects.objects().stream()
                        .filter(object -> object.kind() == ObjectKind.SCHEMA)
                        .collect(Collectors.toUnmodifiableMap(AccessObject::oid, s -> s));
        this.future = new FutureRules(objects, defaults, roles.roles(), this::rights);
    }

    public Optional<AccessRole> role(long oid) {
        return graph.role(oid);
    }

    public Optional<AccessRole> role(String name) {
        return graph.role(name);
    }

    /** All that were read, with what was left out. */
    public AccessRolesSnapshot roles() {
        return roles;
    }

    /** All that were read, with what was left out. */
    public AccessObjectsSnapshot objects() {
        return objects;
    }

    /** Everything one role may do, counted. */
    public AccessMatrix matrix(AccessRole role) {
        Map<Group, Count> counts = new HashMap<>();
        View view = new View(role);
        for (AccessObject object : objects.objects()) {
            counts.computeIfAbsent(
                            new Group(object.schemaOid(), object.kind()),
                            _ -> new Count(object, view.reaches(object)))
                    .add(view.on(object));
        }
        return new AccessMatrix(
                role, counts.values().stream().map(c -> c.line(major)).sorted(ORDER).toList());
    }

    /** What one role may do with each object of a line of its matrix, by name. */
    public List<ObjectAccess> objects(AccessRole role, long schemaOid, ObjectKind kind) {
        View view = new View(role);
        return objects.objects().stream()
                .filter(object -> object.schemaOid() == schemaOid && object.kind() == kind)
                .map(object -> new ObjectAccess(object, view.on(object)))
                .toList();
    }

    /** Everybody who may do something with an object, or could after SET ROLE, by name. */
    public List<RoleAccess> whoCan(AccessObject object) {
        List<RoleAccess> all = new ArrayList<>();
        for (AccessRole role : roles.roles()) {
            Held held = on(role, object);
            if (!held.isNothing()) {
                all.add(new RoleAccess(role, held));
            }
        }
        return all;
    }

    public Held on(AccessRole role, AccessObject object) {
        return new View(role).on(object);
    }

    /**
     * Every way by which the role comes to the privilege, those that hold before those after SET
     * ROLE; for each grant the shortest chain of memberships. Empty when there is none.
     */
    public List<AccessPath> paths(AccessRole role, AccessObject object, Privilege privilege) {
        return new AccessPaths(role, graph, predefined).to(object, privilege, major);
    }

    /**
     * What the role will be able to do with objects that are created later: by schema, owner and
     * kind, for every owner who may create there.
     */
    public List<FutureAccess> future(AccessRole role) {
        return future.of(role);
    }

    /** The role and all whose rights it has at once or after SET ROLE. */
    public Set<Long> mayActAs(long role) {
        return graph.afterSetRole(role).roles();
    }

    private RoleRights rights(AccessRole role) {
        return new RoleRights(role, graph, predefined, major);
    }

    /** What one role may do with one object. */
    public record ObjectAccess(AccessObject object, Held held) {}

    /** What one role may do with the object that was asked about. */
    public record RoleAccess(AccessRole role, Held held) {}

    private record Group(long schemaOid, ObjectKind kind) {}

    /** One role's eyes: what it may do, and which schemas it may use. */
    private final class View {
        private final RoleRights rights;
        private final Map<Long, Boolean> usable = new HashMap<>();

        View(AccessRole role) {
            rights = rights(role);
        }

        Held on(AccessObject object) {
            return rights.on(object, reaches(object));
        }

        boolean reaches(AccessObject object) {
            boolean needsNone = object.schemaOid() == 0 || object.kind() == ObjectKind.SCHEMA;
            return needsNone || usable.computeIfAbsent(object.schemaOid(), this::uses);
        }

        private boolean uses(long schemaOid) {
            AccessObject schema = schemas.get(schemaOid);
            return schema != null && rights.on(schema, true).privileges().contains(Privilege.USAGE);
        }
    }

    /** Adds up the objects of one line. */
    private static final class Count {
        private final AccessObject first;
        private final boolean reachable;
        private final Map<Privilege, AccessMatrix.Cell> cells = new EnumMap<>(Privilege.class);
        private int total;

        Count(AccessObject first, boolean reachable) {
            this.first = first;
            this.reachable = reachable;
        }

        void add(Held held) {
            total++;
            for (Privilege privilege : first.kind().privileges(Integer.MAX_VALUE).list()) {
                cells.merge(privilege, cell(held, privilege), Count::sum);
            }
        }

        private static AccessMatrix.Cell cell(Held held, Privilege privilege) {
            return new AccessMatrix.Cell(
                    one(held.privileges(), privilege),
                    one(held.grantable(), privilege),
                    one(held.onColumns(), privilege),
                    one(held.afterSetRole(), privilege),
                    one(held.unknown(), privilege));
        }

        private static int one(Privileges privileges, Privilege privilege) {
            return privileges.contains(privilege) ? 1 : 0;
        }

        private static AccessMatrix.Cell sum(AccessMatrix.Cell a, AccessMatrix.Cell b) {
            return new AccessMatrix.Cell(
                    a.held() + b.held(),
                    a.grantable() + b.grantable(),
                    a.onColumns() + b.onColumns(),
                    a.afterSetRole() + b.afterSetRole(),
                    a.unknown() + b.unknown());
        }

        AccessMatrix.Line line(int major) {
            cells.keySet().removeIf(p -> !first.kind().privileges(major).contains(p));
            return new AccessMatrix.Line(
                    first.schemaOid(), first.schema(), first.kind(), total, reachable, cells);
        }
    }
}
