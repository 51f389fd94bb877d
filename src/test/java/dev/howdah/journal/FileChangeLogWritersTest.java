package dev.howdah.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.ChangeLog.Entry;
import dev.howdah.testing.ChildProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several write into one journal, or are killed while they do. */
class FileChangeLogWritersTest {
    private static final int KILLS = 15;

    @TempDir private Path temporary;

    private Path folder() {
        return temporary.resolve("data");
    }

    @Test
    void keepsEveryEntryOfSeveralThreadsAndProcesses() throws Exception {
        try (ChildProgram first = append("first", 0, 100, 4_000);
                ChildProgram second = append("second", 0, 100, 4_000);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int from = thread * 25;
                done.add(threads.submit(() -> appendHere(from, 25)));
            }
            for (Future<?> one : done) {
                one.get();
            }
            first.awaitEnd();
            second.awaitEnd();
        }

        Set<Entry> expected = new HashSet<>();
        for (int number = 0; number < 100; number++) {
            for (String server : List.of("first", "second", "threads")) {
                expected.add(SomeEntries.numbered(server, number));
            }
        }
        List<Entry> written =
                new FileChangeLog(folder(), 5L << 20, SomeEntries.WRITER).read(1_000).newest();
        assertEquals(300, written.size());
        assertEquals(expected, new HashSet<>(written));
    }

    @Test
    void keepsEveryEntryWhoseWriteReturnedWhenTheProgramIsKilled() throws Exception {
        Random random = new Random(42);
        Set<Entry> returned = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildProgram child = append("shop", kill * 1_000_000, 1_000_000, 100_000)) {
                child.awaitFirstLine();
                LockSupport.parkNanos(random.nextLong(50_000_000));
                child.kill();
                for (String number : child.said()) {
                    returned.add(SomeEntries.numbered("shop", Integer.parseInt(number)));
                }
            }
        }

        List<Entry> written =
                new FileChangeLog(folder(), 5L << 20, SomeEntries.WRITER)
                        .read(Integer.MAX_VALUE)
                        .newest();
        Set<Entry> lost = new HashSet<>(returned);
        written.forEach(lost::remove);
        assertEquals(Set.of(), lost);
        // at most one entry of each killed program was written and its return not seen
        assertTrue(written.size() <= returned.size() + KILLS, written.size() + " entries");
    }

    private int appendHere(int from, int count) throws ProblemException {
        FileChangeLog log = new FileChangeLog(folder(), 4_000, SomeEntries.WRITER);
        for (int number = from; number < from + count; number++) {
            log.write(SomeEntries.numbered("threads", number));
        }
        return count;
    }

    private ChildProgram append(String server, int first, int count, int rotateBytes)
            throws IOException {
        return ChildProgram.start(
                AppendingProgram.class,
                temporary,
                folder().toString(),
                server,
                Integer.toString(first),
                Integer.toString(count),
                Integer.toString(rotateBytes));
    }
}
