package dev.howdah.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.howdah.journal.FileOperationLog;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.refresh.Subscription;
import dev.howdah.testing.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a panel shows as its request is what was sent, taken down where it is sent. */
class SentRequestsTest {
    @TempDir Path folder;

    @Test
    void showsTheRequestsOfAReadWithoutItsToken() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(false, true)) {
            Hosting hosting =
                    new Hosting(
                            stage.provider(new FileOperationLog(folder)),
                            new FileOperationLog(folder),
                            Runnable::run,
                            stage.clock());
            assertEquals("# facts: not asked yet", hosting.requestsOf(ProviderQuestion.FACTS));
            AtomicInteger answers = new AtomicInteger();
            List<Subscription> reads =
                    List.of(
                            hosting.loop()
                                    .subscribe(
                                            ProviderQuestion.BACKUPS,
                                            Duration.ofHours(1),
                                            _ -> answers.incrementAndGet()),
                            hosting.loop()
                                    .subscribe(
                                            ProviderQuestion.ALLOWLIST,
                                            Duration.ofHours(1),
                                            _ -> answers.incrementAndGet()));
            hosting.loop().start();
            reads.forEach(Subscription::shown);
            Await.until(
                    "both were asked",
                    () ->
                            !hosting.requestsOf(
                                            ProviderQuestion.BACKUPS, ProviderQuestion.ALLOWLIST)
                                    .contains("not asked yet"));
            hosting.loop().close();

            String base = stage.api().toString();
            String shown = hosting.requestsOf(ProviderQuestion.BACKUPS);
            assertEquals(
                    """
                    # backups
                    POST %1$s/v1/tokens/exchange
                    Authorization: •••

                    {}

                    GET %1$s/v1/regions
                    Authorization: •••

                    GET %1$s/v1/databases/ad-1/backups
                    Authorization: •••\
                    """
                            .formatted(base),
                    shown);
            assertFalse(shown.contains(stage.token().reveal()));
            assertEquals(
                    "# allowlist: not offered here, so nothing is sent.",
                    hosting.requestsOf(ProviderQuestion.ALLOWLIST));
        }
    }
}
