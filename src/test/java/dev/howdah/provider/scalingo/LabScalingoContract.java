package dev.howdah.provider.scalingo;

import dev.howdah.lab.LabCluster;
import dev.howdah.lab.SomeLab;
import dev.howdah.provider.ProviderContract;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract for the fake Scalingo with a lab behind it, which all of a class share. */
abstract class LabScalingoContract extends ProviderContract {
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

    static LabCluster lab() {
        LabCluster open = lab;
        if (open == null) {
            throw new IllegalStateException("the lab is not open");
        }
        return open;
    }
}
