package dev.howdah.pg;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The roles that hosting providers make on their servers. They betray the provider, and most of
 * them are not the customer's to change. Source: the providers' documentation of their predefined
 * roles and role lists of running services; names are exact, because customers may use similar
 * ones.
 */
public final class ProviderRoles {
    private static final Map<String, List<String>> BY_PROVIDER =
            Map.of(
                    "Amazon RDS",
                    List.of(
                            "rdsadmin",
                            "rdsproxyadmin",
                            "rdsrepladmin",
                            "rdstopmgr",
                            "rdswriteforwarduser",
                            "rds_ad",
                            "rds_extension",
                            "rds_iam",
                            "rds_password",
                            "rds_replication",
                            "rds_reserved",
                            "rds_superuser"),
                    "Azure",
                    List.of("azure_pg_admin", "azure_superuser", "azuresu"),
                    "Google Cloud SQL",
                    List.of(
                            "cloudsqladmin",
                            "cloudsqlagent",
                            "cloudsqlconnpooladmin",
                            "cloudsqliamgroup",
                            "cloudsqliamgroupserviceaccount",
                            "cloudsqliamgroupuser",
                            "cloudsqliamserviceaccount",
                            "cloudsqliamuser",
                            "cloudsqlimportexport",
                            "cloudsqlinactiveuser",
                            "cloudsqllogical",
                            "cloudsqlobservability",
                            "cloudsqlreplica",
                            "cloudsqlsuperuser"),
                    "DigitalOcean",
                    List.of(
                            "_doadmin_auditing",
                            "_doadmin_managed",
                            "_doadmin_monitor",
                            "_dodb",
                            "doadmin",
                            "doadmin_group"),
                    "Aiven",
                    List.of("avnadmin"));

    /** Made by the provider, but for the customer to work with. */
    private static final Set<String> HANDED_OVER = Set.of("avnadmin", "doadmin");

    private static final Map<String, String> PROVIDERS = byRole();

    private ProviderRoles() {}

    /** The provider that makes a role of this name, like "Amazon RDS". */
    public static Optional<String> providerOf(String role) {
        return Optional.ofNullable(PROVIDERS.get(role));
    }

    /** Whether this is the login the provider gave to its customer. */
    public static boolean isHandedOver(String role) {
        return HANDED_OVER.contains(role);
    }

    /** All names, to be bound into a query. */
    public static String[] names() {
        return PROVIDERS.keySet().toArray(String[]::new);
    }

    private static Map<String, String> byRole() {
        Map<String, String> providers = new TreeMap<>();
        BY_PROVIDER.forEach((provider, roles) -> roles.forEach(r -> providers.put(r, provider)));
        return providers;
    }
}
