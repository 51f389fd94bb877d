package dev.howdah.pg.access.effect;

import dev.howdah.pg.DefaultsKind;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.access.AccessObject;
import dev.howdah.pg.access.AccessObjectsSnapshot;
import dev.howdah.pg.access.AccessRole;
import dev.howdah.pg.access.Acl;
import dev.howdah.pg.access.DefaultAclsSnapshot;
import dev.howdah.pg.access.ObjectKind;
import dev.howdah.pg.access.Privileges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Works out what the default privileges lead to. Superusers may create everywhere, and are expected
 * only where they own something; predefined roles are not expected to create at all; a group that
 * has CREATE only as everybody has it neither, because nobody logs in as it.
 */
final class FutureRules {
    private final AccessObjectsSnapshot objects;
    private final DefaultAclsSnapshot defaults;
    private final Function<AccessRole, RoleRights> rights;
    private final List<AccessRole> roles;

    /** Somebody who may create in a schema. */
    private record Creator(AccessObject schema, AccessRole owner, FutureAccess.Because because) {}

    /** Where objects are looked up by what their defaults would have been. */
    private record Place(long schemaOid, long owner, DefaultsKind kind) {}

    FutureRules(
            AccessObjectsSnapshot objects,
            DefaultAclsSnapshot defaults,
            List<AccessRole> roles,
            Function<AccessRole, RoleRights> rights) {
        this.objects = objects;
        this.defaults = defaults;
        this.rights = rights;
        this.roles = roles;
    }

    private List<Creator> creators() {
        Map<Long, Set<Long>> owners = new HashMap<>();
        List<AccessObject> schemas = new ArrayList<>();
        for (AccessObject object : objects.objects()) {
            if (object.kind() == ObjectKind.SCHEMA) {
                schemas.add(object);
            } else if (object.schemaOid() != 0 && !isRangeConstructor(object)) {
                owners.computeIfAbsent(object.schemaOid(), _ -> new HashSet<>())
                        .add(object.owner());
            }
        }
        List<Creator> found = new ArrayList<>();
        for (AccessRole role : roles) {
            RoleRights its = rights.apply(role);
            for (AccessObject schema : schemas) {
                boolean owns = owners.getOrDefault(schema.oid(), Set.of()).contains(role.oid());
                because(role, its, schema, owns)
                        .ifPresent(because -> found.add(new Creator(schema, role, because)));
            }
        }
        found.sort(
                Comparator.comparing((Creator c) -> c.schema.name())
                        .thenComparing(c -> c.owner.name()));
        return List.copyOf(found);
    }

    /** A range type's constructors belong to the first superuser, whoever made the type. */
    private static boolean isRangeConstructor(AccessObject object) {
        return object.kind() == ObjectKind.ROUTINE && object.owner() == AccessRole.FIRST_SUPERUSER;
    }

    private static Optional<FutureAccess.Because> because(
            AccessRole role, RoleRights its, AccessObject schema, boolean owns) {
        boolean may = its.on(schema, true).privileges().contains(Privilege.CREATE);
        if (owns) {
            return Optional.of(
                    may ? FutureAccess.Because.OWNS_AND_MAY_CREATE : FutureAccess.Because.OWNS);
        }
        boolean expected =
                may
                        && !role.superuser()
                        && !role.isPredefined()
                        && (role.login() || hasMoreThanEverybody(its, schema));
        return expected ? Optional.of(FutureAccess.Because.MAY_CREATE) : Optional.empty();
    }

    private static boolean hasMoreThanEverybody(RoleRights its, AccessObject schema) {
        return schema.acl().orElse(Acl.EMPTY).grants().stream()
                .filter(grant -> grant.privileges().contains(Privilege.CREATE))
                .anyMatch(grant ->
                        grant.grantee() != Acl.PUBLIC && its.inherited().contains(grant.grantee()));
    }

    List<FutureAccess> of(AccessRole role) {
        RoleRights its = rights.apply(role);
        Map<Place, Privileges> today = today(its);
        List<FutureAccess> all = new ArrayList<>();
        for (Creator creator : creators()) {
            for (DefaultsKind kind : DefaultsKind.IN_SCHEMAS) {
                AccessObject created = created(creator, kind);
                Place place = new Place(creator.schema.oid(), creator.owner.oid(), kind);
                all.add(
                        new FutureAccess(
                                creator.schema.oid(),
                                creator.schema.name(),
                                creator.owner,
                                creator.because,
                                kind,
                                its.on(created, true).privileges(),
                                today.getOrDefault(place, Privileges.NONE)));
            }
        }
        return all;
    }

    /** The object as it would be. */
    private AccessObject created(Creator creator, DefaultsKind kind) {
        Acl acl = defaults.aclOfNew(creator.owner.oid(), creator.schema.oid(), kind);
        return new AccessObject(
                ObjectKind.of(kind).orElseThrow(),
                creator.schema.oid(),
                creator.schema.name(),
                Long.MAX_VALUE,
                "",
                "",
                creator.owner.oid(),
                Optional.of(acl),
                List.of());
    }

    private Map<Place, Privileges> today(RoleRights its) {
        return objects.objects().stream()
                .filter(object -> ObjectKind.IN_SCHEMAS.contains(object.kind()))
                .collect(
                        Collectors.toMap(
                                object ->
                                        new Place(
                                                object.schemaOid(),
                                                object.owner(),
                                                object.kind().defaults()),
                                object -> its.on(object, true).privileges(),
                                Privileges::within));
    }
}
