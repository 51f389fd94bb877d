package dev.howdah.pg.roles.newuser;

import java.util.List;

/** What one database and our rights in it make possible for a new user. */
public record NewUserFacts(Server server, Database database, List<Schema> schemas) {
    public NewUserFacts {
        schemas = List.copyOf(schemas);
    }

    /**
     * The server and whom we are logged in as.
     *
     * @param encoding of this database
     * @param scramIterations what the server would use itself, 4096 before 16
     * @param largeObjectsForAll whether lo_compat_privileges lets everybody change every large
     *     object
     * @param openDatabases databases that PUBLIC may connect to, without templates; at most {@link
     *     NewUserFactsQuery#LISTED}
     */
    public record Server(
            int major,
            boolean inRecovery,
            String user,
            boolean superuser,
            boolean createsRoles,
            String encoding,
            int scramIterations,
            boolean encryptsWithMd5,
            boolean largeObjectsForAll,
            List<String> openDatabases) {
        public Server {
            openDatabases = List.copyOf(openDatabases);
        }
    }

    /**
     * The database itself.
     *
     * @param ours whether we may take rights from PUBLIC, as its owner
     * @param grantsConnect whether we may pass on CONNECT
     * @param grantsAll whether we may pass on all of its privileges
     * @param tempUsers logins that have TEMP only through PUBLIC; one more than {@link
     *     NewUserFactsQuery#REGRANTED} when there are too many
     * @param largeObjects how many there are
     * @param grantableLargeObjects those we may grant on; at most {@link NewUserFactsQuery#LISTED}
     * @param largeObjectOwners whose they are; at most {@link NewUserFactsQuery#LISTED}
     */
    public record Database(
            String name,
            String owner,
            boolean ours,
            boolean grantsConnect,
            boolean grantsAll,
            boolean publicConnect,
            boolean publicTemp,
            List<String> tempUsers,
            long largeObjects,
            List<Long> grantableLargeObjects,
            List<Creator> largeObjectOwners) {
        public Database {
            tempUsers = List.copyOf(tempUsers);
            grantableLargeObjects = List.copyOf(grantableLargeObjects);
            largeObjectOwners = List.copyOf(largeObjectOwners);
        }
    }

    /**
     * One schema.
     *
     * @param ours whether we may take rights from PUBLIC, as its owner
     * @param publicCreators logins that have CREATE only through PUBLIC; one more than {@link
     *     NewUserFactsQuery#REGRANTED} when there are too many
     * @param creators everybody whose tables the user may have to read later: owners of what is
     *     there and whoever may create; at most {@link NewUserFactsQuery#LISTED}
     * @param definerFunctions functions that everybody may call and that act with their owner's
     *     rights, 0 or more
     * @param rowSecured tables with row-level security, 0 or more
     */
    public record Schema(
            String name,
            String owner,
            boolean ours,
            boolean grantsUsage,
            boolean grantsCreate,
            boolean publicUsage,
            boolean publicCreate,
            List<String> publicCreators,
            Relations tables,
            Relations sequences,
            List<Creator> creators,
            long definerFunctions,
            long rowSecured) {
        public Schema {
            publicCreators = List.copyOf(publicCreators);
            creators = List.copyOf(creators);
        }
    }

    /**
     * The tables, or the sequences, of a schema.
     *
     * @param count all of them; views, materialized views and foreign tables are tables here
     * @param refused on how many we may not grant
     * @param grantable the others by name; empty when none is refused, because then ALL … works
     * @param unreadable those that are refused and that PUBLIC can't use either, as "table
     *     (owner)"; at most {@link NewUserFactsQuery#NAMED}
     * @param unreadableCount all of these, 0 or more
     */
    public record Relations(
            long count,
            long refused,
            List<String> grantable,
            List<String> unreadable,
            long unreadableCount) {
        public Relations {
            grantable = List.copyOf(grantable);
            unreadable = List.copyOf(unreadable);
        }
    }

    /** Somebody who owns or may create objects; {@code ours} when we may act for it. */
    public record Creator(String name, boolean ours) {}
}
