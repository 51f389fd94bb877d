package dev.howdah.provider;

import dev.howdah.core.OperationLog;
import dev.howdah.core.ProblemException;
import java.util.List;

/** An account at a provider, in which services are found. Every call may block for seconds. */
public interface ProviderAccount {

    /** Every PostgreSQL service the account may see, by region and name. */
    List<FoundDatabase> services() throws ProblemException;

    /** The provider's side of one of them; asks nothing yet. */
    Provider open(FoundDatabase service, OperationLog log);
}
