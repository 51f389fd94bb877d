package dev.howdah.provider;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Question;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.provider.service.Metric;
import dev.howdah.provider.service.ProviderUser;
import dev.howdah.provider.service.RunningQuery;
import dev.howdah.provider.service.ServiceFacts;
import java.util.List;

/**
 * One read of a provider, to be asked again and again by a loop through {@link ProviderSource}.
 * Equal names are asked once for everybody, so a name stands for the whole question: {@code new
 * ProviderQuestion<>("events 50", provider -> provider.events(50))}.
 */
public record ProviderQuestion<T>(String name, Read<T> read) implements Question<T> {

    public static final ProviderQuestion<ServiceFacts> FACTS =
            new ProviderQuestion<>("facts", Provider::facts);

    public static final ProviderQuestion<List<PlanOffer>> PLANS =
            new ProviderQuestion<>("plans", Provider::plans);

    public static final ProviderQuestion<Allowlist> ALLOWLIST =
            new ProviderQuestion<>("allowlist", Provider::allowlist);

    public static final ProviderQuestion<BackupList> BACKUPS =
            new ProviderQuestion<>("backups", Provider::backups);

    public static final ProviderQuestion<RecoveryWindow> RECOVERY_WINDOW =
            new ProviderQuestion<>("recoveryWindow", Provider::recoveryWindow);

    public static final ProviderQuestion<List<Metric>> METRICS =
            new ProviderQuestion<>("metrics", Provider::metrics);

    public static final ProviderQuestion<List<ProviderUser>> USERS =
            new ProviderQuestion<>("users", Provider::users);

    public static final ProviderQuestion<List<RunningQuery>> RUNNING_QUERIES =
            new ProviderQuestion<>("runningQueries", Provider::runningQueries);

    /** Asks a provider. */
    @FunctionalInterface
    public interface Read<T> {
        T from(Provider provider) throws ProblemException;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProviderQuestion<?>(String otherName, Read<?> _)
                && name.equals(otherName);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
