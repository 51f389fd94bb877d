package dev.howdah.provider.scalingo;

import dev.howdah.provider.ProviderStage;
import org.junit.jupiter.api.Tag;

/** A shared database with a real server behind it, in the shapes of Scalingo's own client. */
@Tag("long")
class LabScalingoSharedContractTest extends LabScalingoContract {
    @Override
    protected ProviderStage stage() throws Exception {
        return new LabScalingoStage(lab(), false, false);
    }
}
