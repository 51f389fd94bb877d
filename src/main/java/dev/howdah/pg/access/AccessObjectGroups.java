package dev.howdah.pg.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Unfolds the groups that {@link AccessObjectsQuery} reads, and gives tables their columns. */
final class AccessObjectGroups {
    private static final Comparator<AccessObject> ORDER =
            Comparator.comparing(AccessObject::kind)
                    .thenComparing(AccessObject::schema)
                    .thenComparing(AccessObject::name)
                    .thenComparing(AccessObject::arguments);

    private final AclColumns acls = new AclColumns();
    private final List<AccessObject> objects = new ArrayList<>();
    private final Map<Long, List<AccessObject.ColumnAcl>> columns = new HashMap<>();
    private long total;
    private long taken;

    void add(ResultSet rows) throws SQLException {
        total = rows.getLong("total");
        String kind = rows.getString("kind");
        Optional<Acl> acl =
                rows.getBoolean("acl_read") ? Optional.of(acls.read(rows)) : Optional.empty();
        Object[] oids = AclColumns.array(rows, "oids");
        Object[] names = AclColumns.array(rows, "names");
        if (!kind.equals("COLUMN")) {
            taken += oids.length;
            addObjects(ObjectKind.valueOf(kind), rows, oids, names, acl);
        } else if (acl.isPresent()) {
            taken += oids.length;
            addColumns(oids, names, acl.get());
        }
    }

    private void addColumns(Object[] oids, Object[] names, Acl acl) {
        for (int i = 0; i < oids.length; i++) {
            columns.computeIfAbsent((Long) oids[i], _ -> new ArrayList<>())
                    .add(new AccessObject.ColumnAcl((String) names[i], acl));
        }
    }

    private void addObjects(
            ObjectKind kind, ResultSet rows, Object[] oids, Object[] names, Optional<Acl> acl)
            throws SQLException {
        long schemaOid = rows.getLong("schema_oid");
        String schema = rows.getString("schema_name");
        long owner = rows.getLong("owner_oid");
        Object[] arguments = AclColumns.array(rows, "arguments");
        for (int i = 0; i < oids.length; i++) {
            objects.add(
                    new AccessObject(
                            kind,
                            schemaOid,
                            schema,
                            (Long) oids[i],
                            (String) names[i],
                            (String) arguments[i],
                            owner,
                            acl,
                            List.of()));
        }
    }

    AccessObjectsSnapshot snapshot() {
        List<AccessObject> all = new ArrayList<>(objects.size());
        for (AccessObject object : objects) {
            List<AccessObject.ColumnAcl> own =
                    object.kind().isRelation() ? columns.get(object.oid()) : null;
            all.add(own == null ? object : withColumns(object, own));
        }
        all.sort(ORDER);
        return new AccessObjectsSnapshot(all, total - taken);
    }

    private static AccessObject withColumns(
            AccessObject object, List<AccessObject.ColumnAcl> columns) {
        List<AccessObject.ColumnAcl> sorted = new ArrayList<>(columns);
        sorted.sort(Comparator.comparing(AccessObject.ColumnAcl::column));
        return new AccessObject(
                object.kind(),
                object.schemaOid(),
                object.schema(),
                object.oid(),
                object.name(),
                object.arguments(),
                object.owner(),
                object.acl(),
                sorted);
    }
}
