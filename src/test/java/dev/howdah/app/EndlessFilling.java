package dev.howdah.app;

import dev.howdah.lab.copies.CopyOrder;
import dev.howdah.lab.copies.Filling;
import dev.howdah.lab.node.LabAccess;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Fills a copy for as long as nobody stops it. */
final class EndlessFilling implements Filling {
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** A copy "Too large" that is being filled. */
    static CopyOrder order(UUID id) {
        return new CopyOrder(
                id,
                "Too large",
                "shop",
                Optional.empty(),
                "postgres",
                new CopyOrder.Filled(new EndlessFilling(), 0));
    }

    @Override
    public void fill(LabAccess access, Consumer<String> progress) throws InterruptedException {
        progress.accept("Row 1 of a great many");
        stopped.await();
    }

    @Override
    public void stop() {
        stopped.countDown();
    }
}
