package dev.howdah.provider.scalingo;

import dev.howdah.provider.ProviderStage;
import org.junit.jupiter.api.Tag;

/** A dedicated database with a real server behind it, in the documented shapes. */
@Tag("long")
class LabScalingoDedicatedContractTest extends LabScalingoContract {
    @Override
    protected ProviderStage stage() throws Exception {
        return new LabScalingoStage(lab(), true, true);
    }
}
