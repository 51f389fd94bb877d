package dev.howdah.pg.access;

import dev.howdah.pg.Privilege;
import dev.howdah.pg.SqlNames;
import java.util.List;
import java.util.Optional;

/**
 * Something that has an ACL.
 *
 * @param schemaOid 0 for a database; a schema's own for a schema
 * @param schema empty for a database; a schema's own name for a schema
 * @param arguments the types of a routine's arguments as SQL, like "integer, text"; empty for
 *     everything else
 * @param owner OID of the role that owns it
 * @param acl empty when it was not read, because there was too much of it
 * @param columns those of its columns that have an ACL of their own
 */
public record AccessObject(
        ObjectKind kind,
        long schemaOid,
        String schema,
        long oid,
        String name,
        String arguments,
        long owner,
        Optional<Acl> acl,
        List<ColumnAcl> columns) {
    /** Below are the catalogs that initdb pins. Source: transam.h, FIRST_UNPINNED_OBJECT_ID. */
    private static final long FIRST_UNPINNED_OID = 12_000;

    private static final Privileges CHANGING =
            Privileges.of(Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE, Privilege.TRUNCATE);

    public AccessObject {
        columns = List.copyOf(columns);
    }

    /** A column's ACL adds to that of its table. */
    public record ColumnAcl(String column, Acl acl) {}

    /** As it stands in a GRANT, quoted. */
    public String sqlName() {
        return switch (kind) {
            case DATABASE, SCHEMA -> SqlNames.quoted(name);
            case ROUTINE -> SqlNames.quoted(schema, name) + "(" + arguments + ")";
            default -> SqlNames.quoted(schema, name);
        };
    }

    /**
     * What an ACL can give here. Nobody but a superuser may change the system's catalog, whatever
     * its ACL. Source: pg_class_aclmask_ext() in aclchk.c.
     */
    public Privileges grantableByAcl(int major) {
        Privileges all = kind.privileges(major);
        boolean systemCatalog = oid < FIRST_UNPINNED_OID && kind == ObjectKind.TABLE;
        return systemCatalog ? all.without(CHANGING) : all;
    }
}
