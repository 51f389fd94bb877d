package dev.howdah.session;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.OperationLog;
import dev.howdah.provider.FoundDatabase;
import dev.howdah.provider.NoProvider;
import dev.howdah.provider.Provider;
import dev.howdah.provider.ProviderAccount;
import java.util.List;
import java.util.function.Consumer;

/** An account that can't be asked because of how this desktop is set up. */
final class UnusableAccount implements ProviderAccount {
    private final Problem problem;

    UnusableAccount(Problem problem) {
        this.problem = problem;
    }

    @Override
    public List<FoundDatabase> services(Consumer<Search> tell) throws ProblemException {
        throw new ProblemException(problem);
    }

    @Override
    public Provider open(FoundDatabase service, OperationLog log) {
        return new NoProvider(problem.whole());
    }
}
