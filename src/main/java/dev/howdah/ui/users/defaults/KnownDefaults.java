package dev.howdah.ui.users.defaults;

import dev.howdah.pg.DefaultsKind;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.access.Acl;
import dev.howdah.pg.access.DefaultAclsSnapshot;
import dev.howdah.pg.access.DefaultAclsSnapshot.Entry;
import dev.howdah.pg.access.ObjectKind;
import dev.howdah.pg.access.Privileges;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges.Given;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The default privileges of a database in names, as one list and by the place they stand at. */
public final class KnownDefaults {
    /** Stands for every owner without an entry of its own; no role has it. */
    private static final long NO_OWNER = -1;

    private static final Comparator<DefaultsLine> ORDER =
            Comparator.comparing(DefaultsLine::builtIn)
                    .thenComparing(DefaultsLine::owner)
                    .thenComparing(line -> line.schema().orElse(""))
                    .thenComparing(DefaultsLine::kind)
                    .thenComparing(DefaultsLine::grantee);

    private final DefaultAclsSnapshot defaults;
    private final int major;
    private final Map<Long, String> names = new HashMap<>();
    private final Map<String, Long> oids = new HashMap<>();

    public KnownDefaults(DefaultAclsSnapshot defaults, RolesSnapshot roles) {
        this.defaults = defaults;
        this.major = roles.asker().major();
        for (Role role : roles.roles()) {
            names.put(role.oid(), role.name());
            oids.put(role.name(), role.oid());
        }
    }

    int major() {
        return major;
    }

    /** All that the kind's privileges can be on this server. */
    List<Privilege> privileges(DefaultsKind kind) {
        return ObjectKind.privileges(kind, major).list();
    }

    /**
     * What somebody has by the entry at this place; where there is none for every schema, by what
     * is built in.
     *
     * @param grantee empty for PUBLIC
     */
    public Given given(Place place, String grantee) {
        Long owner = oids.get(place.owner());
        Long to = grantee.isEmpty() ? Long.valueOf(Acl.PUBLIC) : oids.get(grantee);
        if (owner == null || to == null) {
            return Given.NOTHING;
        }
        Optional<Acl> entry =
                defaults.entries().stream()
                        .filter(each ->
                                each.owner() == owner
                                        && each.kind() == place.kind()
                                        && each.schema().equals(place.schema().orElse("")))
                        .map(Entry::acl)
                        .findFirst();
        if (entry.isEmpty() && place.schema().isPresent()) {
            return Given.NOTHING;
        }
        return given(entry.orElseGet(() -> defaults.builtIn(place.kind(), owner)).of(to));
    }

    /** Every entry, a line for each grantee, and what is built in at the end. */
    List<DefaultsLine> lines() {
        List<DefaultsLine> lines = new ArrayList<>();
        defaults.entries().forEach(entry -> add(lines, entry));
        for (DefaultsKind kind : DefaultsKind.of(major)) {
            Acl acl = defaults.builtIn(kind, NO_OWNER);
            boolean everybody = !acl.of(Acl.PUBLIC).privileges().isEmpty();
            lines.add(
                    new DefaultsLine(
                            "",
                            Optional.empty(),
                            kind,
                            "",
                            everybody ? given(acl.of(Acl.PUBLIC)) : Given.NOTHING,
                            Set.of()));
        }
        lines.sort(ORDER);
        return lines;
    }

    /** An owner keeps everything unless it was taken, so only what is out of the way is a line. */
    private void add(List<DefaultsLine> lines, Entry entry) {
        Set<Long> grantees = new LinkedHashSet<>();
        entry.acl().grants().forEach(grant -> grantees.add(grant.grantee()));
        Privileges all = ObjectKind.privileges(entry.kind(), major);
        boolean ownerHasAll = all.without(entry.acl().of(entry.owner()).privileges()).isEmpty();
        if (entry.schemaOid() == 0) {
            if (ownerHasAll) {
                grantees.remove(entry.owner());
            } else {
                grantees.add(entry.owner());
            }
            if (!taken(entry, Acl.PUBLIC).isEmpty()) {
                grantees.add(Acl.PUBLIC);
            }
        }
        for (long grantee : grantees) {
            lines.add(
                    new DefaultsLine(
                            name(entry.owner()),
                            Optional.of(entry.schema()).filter(schema -> entry.schemaOid() != 0),
                            entry.kind(),
                            grantee == Acl.PUBLIC ? "" : name(grantee),
                            given(entry.acl().of(grantee)),
                            set(taken(entry, grantee))));
        }
    }

    /** What is built in for the grantee and not in the entry that stands in its place. */
    private Privileges taken(Entry entry, long grantee) {
        return entry.schemaOid() == 0
                ? defaults.builtIn(entry.kind(), entry.owner())
                        .of(grantee)
                        .privileges()
                        .without(entry.acl().of(grantee).privileges())
                : Privileges.NONE;
    }

    private static Given given(Acl.Grant grant) {
        return new Given(set(grant.privileges()), set(grant.grantable()));
    }

    private static Set<Privilege> set(Privileges privileges) {
        Set<Privilege> set = EnumSet.noneOf(Privilege.class);
        set.addAll(privileges.list());
        return set;
    }

    /** A role that was dropped or not read has its number for a name. */
    private String name(long oid) {
        return names.getOrDefault(oid, Long.toString(oid));
    }
}
