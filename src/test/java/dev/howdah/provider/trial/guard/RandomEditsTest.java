package dev.howdah.provider.trial.guard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.provider.trial.guard.RandomEdit.Fate;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is locked out, however the list is edited, whatever fails, and whenever we die. */
class RandomEditsTest {
    /** A fake remembers what it was asked, so it is replaced now and then. */
    private static final int EDITS_A_STAGE = 50;

    @TempDir Path folder;

    private Map<Fate, Integer> play(int from, int to) throws Exception {
        Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
        for (int first = from; first < to; first += EDITS_A_STAGE) {
            try (TrialStage stage = new TrialStage(folder.resolve("from-" + first))) {
                for (int seed = first; seed < Math.min(to, first + EDITS_A_STAGE); seed++) {
                    fates.merge(new RandomEdit(stage, seed).play(), 1, Integer::sum);
                }
            }
        }
        return fates;
    }

    @Test
    void noneOf100EditsLocksOut() throws Exception {
        Map<Fate, Integer> fates = play(0, 100);
        for (Fate fate : Fate.values()) {
            assertTrue(fates.containsKey(fate), "too few to prove anything: " + fates);
        }
    }

    @Test
    @Tag("long")
    void noneOf10000EditsLocksOut() throws Exception {
        Map<Fate, Integer> fates = play(0, 10_000);
        assertTrue(fates.getOrDefault(Fate.WENT_BACK, 0) > 2_000, fates.toString());
        assertTrue(fates.getOrDefault(Fate.KEPT, 0) > 1_000, fates.toString());
    }
}
