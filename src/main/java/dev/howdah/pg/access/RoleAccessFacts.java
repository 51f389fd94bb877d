package dev.howdah.pg.access;

import java.util.List;

/**
 * What one role may do in the database we are connected to, in numbers: the part of an access proof
 * that the catalog can give. The system's own schemas are left out.
 *
 * @param role its name
 * @param tables ordinary, partitioned and foreign ones, partitions included
 * @param views materialized ones included
 * @param schemas by name, those that the role may not use or may create in; at most {@link
 *     RoleAccessQuery#SCHEMA_LIMIT}
 * @param owners by schema and name; at most {@link RoleAccessQuery#OWNER_LIMIT}
 * @param ownersNotRead 0 or more
 */
public record RoleAccessFacts(
        String role,
        Attributes attributes,
        OnDatabase database,
        Counts tables,
        Counts views,
        long sequences,
        long sequencesAdvanced,
        Schemas schemas,
        List<OwnerRow> owners,
        long ownersNotRead) {
    public RoleAccessFacts {
        owners = List.copyOf(owners);
    }

    /**
     * What the role may do regardless of grants.
     *
     * @param predefined PostgreSQL's own roles whose rights it has, by name
     */
    public record Attributes(
            boolean login,
            boolean superuser,
            boolean bypassesRls,
            boolean createsRoles,
            boolean createsDatabases,
            boolean replicates,
            List<String> predefined) {
        public Attributes {
            predefined = List.copyOf(predefined);
        }
    }

    /** The role's privileges on the database itself. */
    public record OnDatabase(boolean connects, boolean createsSchemas, boolean createsTemporary) {}

    /**
     * Objects by what the role can do with them.
     *
     * @param readable can be selected from, and the schema may be used
     * @param writable can be changed (INSERT, UPDATE, DELETE, TRUNCATE, if only a column), and the
     *     schema may be used
     * @param unreachable readable or writable by their ACL, but the schema's USAGE is missing
     * @param owned belong to the role itself or to one whose rights it has
     */
    public record Counts(long total, long readable, long writable, long unreachable, long owned) {}

    /**
     * Schemas, counted and some of them named.
     *
     * @param withoutUsage names, at most {@link RoleAccessQuery#SCHEMA_LIMIT}
     * @param withCreate names, at most {@link RoleAccessQuery#SCHEMA_LIMIT}
     */
    public record Schemas(
            long total,
            long withoutUsageTotal,
            List<String> withoutUsage,
            long withCreateTotal,
            List<String> withCreate) {
        public Schemas {
            withoutUsage = List.copyOf(withoutUsage);
            withCreate = List.copyOf(withCreate);
        }
    }

    /**
     * The tables and views of one owner in one schema, and what will come of later ones.
     *
     * @param tables with views
     * @param readable reachable or not
     * @param readsLater a table this owner creates here later can be read by the role
     * @param writesLater such a table can be changed by the role
     */
    public record OwnerRow(
            long schemaOid,
            String schema,
            long ownerOid,
            String owner,
            long tables,
            long readable,
            boolean readsLater,
            boolean writesLater) {

        /** Some tables can be read, and those created later can't. */
        public boolean isGap() {
            return readable > 0 && !readsLater;
        }
    }

    /** Owners, by schema, whose later tables the role won't read though it reads present ones. */
    public List<OwnerRow> gaps() {
        return owners.stream().filter(OwnerRow::isGap).toList();
    }
}
