package dev.howdah.provider;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.OperationLog;
import java.util.List;
import java.util.function.Consumer;

/** An account at a provider, in which services are found. Every call may block for seconds. */
public interface ProviderAccount {

    /**
     * How far a search has come.
     *
     * @param looked so many places have been looked into
     * @param all of so many
     */
    record Search(int looked, int all) {}

    /**
     * Every PostgreSQL service the account may see, by region and name. Interrupting the thread
     * ends the search.
     *
     * @param tell hears how far it is, on any thread, once that can be known
     */
    List<FoundDatabase> services(Consumer<Search> tell) throws ProblemException;

    /** The provider's side of one of them; asks nothing yet. */
    Provider open(FoundDatabase service, OperationLog log);
}
