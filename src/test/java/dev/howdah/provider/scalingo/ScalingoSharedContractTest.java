package dev.howdah.provider.scalingo;

import dev.howdah.provider.ProviderContract;
import dev.howdah.provider.ProviderStage;
import java.io.IOException;

/** The contract for a shared database, in the shapes of Scalingo's own client. */
class ScalingoSharedContractTest extends ProviderContract {
    @Override
    protected ProviderStage stage() throws IOException {
        return new ScalingoStage(false, false);
    }
}
