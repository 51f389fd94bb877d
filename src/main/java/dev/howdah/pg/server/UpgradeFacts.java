package dev.howdah.pg.server;

import java.util.List;

/**
 * What is in the way of a major upgrade, as far as SQL can tell beforehand. Objects are those of
 * the database we are connected to.
 *
 * @param major that runs now
 * @param otherDatabases how many more there are, in which nobody looked
 * @param preparedTransactions in all databases
 * @param logicalSlots in all databases
 * @param fragileColumns whose type holds an oid that does not survive pg_upgrade, like regproc;
 *     "schema.table.column", at most {@link UpgradeFactsQuery#MOST}
 * @param aclColumns of type aclitem, the format of which changed in 16
 * @param oldObjects that 14 no longer takes: postfix operators, conversions, aggregates over
 *     anyarray functions; as the server describes them
 * @param settings of those that later versions no longer have, the ones somebody has set
 */
public record UpgradeFacts(
        int major,
        String database,
        int otherDatabases,
        int preparedTransactions,
        int logicalSlots,
        List<String> fragileColumns,
        List<String> aclColumns,
        List<String> oldObjects,
        List<String> settings) {

    public UpgradeFacts {
        fragileColumns = List.copyOf(fragileColumns);
        aclColumns = List.copyOf(aclColumns);
        oldObjects = List.copyOf(oldObjects);
        settings = List.copyOf(settings);
    }
}
