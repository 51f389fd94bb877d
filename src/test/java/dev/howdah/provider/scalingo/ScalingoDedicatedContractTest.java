package dev.howdah.provider.scalingo;

import dev.howdah.provider.ProviderContract;
import dev.howdah.provider.ProviderStage;
import java.io.IOException;

/** The contract for a dedicated database, in the documented shapes and with the account's token. */
class ScalingoDedicatedContractTest extends ProviderContract {
    @Override
    protected ProviderStage stage() throws IOException {
        return new ScalingoStage(true, true);
    }
}
