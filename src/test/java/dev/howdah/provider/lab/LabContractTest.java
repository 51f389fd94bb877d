package dev.howdah.provider.lab;

import dev.howdah.lab.LabCluster;
import dev.howdah.lab.SomeLab;
import dev.howdah.provider.ProviderContract;
import dev.howdah.provider.ProviderStage;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract for the lab: one real server, killed at any moment. */
class LabContractTest extends ProviderContract {
    @TempDir private static Path folder;
    private static @Nullable LabCluster lab;

    @BeforeAll
    static void openTheLab() throws Exception {
        lab = SomeLab.openSmall(folder);
    }

    @AfterAll
    static void closeTheLab() {
        if (lab != null) {
            lab.close();
        }
    }

    @Override
    protected ProviderStage stage() {
        LabCluster open = lab;
        if (open == null) {
            throw new IllegalStateException("the lab is not open");
        }
        return new LabStage(open);
    }
}
