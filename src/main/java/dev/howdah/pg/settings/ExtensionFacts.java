package dev.howdah.pg.settings;

import java.util.List;
import java.util.Optional;

/**
 * What has to be known before an extension is created, updated or dropped.
 *
 * @param version that would be created or updated to; empty when the server has no files of it
 * @param installed version; empty when it isn't installed
 * @param superuserNeeded whether its script wants a superuser
 * @param trusted whether CREATE on the database is enough all the same (13 and later)
 * @param requires names of extensions that have to be there; {@code lacking} are those that aren't
 * @param schema that it insists on; empty when one may choose
 * @param superuser whether we are one
 * @param mayCreate whether we may create in the database (CREATE on it)
 * @param owns whether an installed one is ours to update or drop
 * @param inRecovery whether it is a standby, on which nothing can be changed
 * @param dependants what would go with it, as the server describes it; at most {@link
 *     ExtensionFactsQuery#MOST_DEPENDANTS}
 * @param preloaded whether its library is in shared_preload_libraries; empty when we may not see
 */
public record ExtensionFacts(
        String name,
        String database,
        Optional<String> version,
        Optional<String> installed,
        boolean superuserNeeded,
        boolean trusted,
        List<String> requires,
        List<String> lacking,
        Optional<String> schema,
        boolean superuser,
        boolean mayCreate,
        boolean owns,
        boolean inRecovery,
        List<String> dependants,
        Optional<Boolean> preloaded) {

    public ExtensionFacts {
        requires = List.copyOf(requires);
        lacking = List.copyOf(lacking);
        dependants = List.copyOf(dependants);
    }
}
