package dev.howdah.provider.http.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.file.Checksum;
import dev.howdah.provider.http.HttpLimits;
import dev.howdah.provider.http.HttpWire;
import dev.howdah.provider.http.LoopbackServer;
import dev.howdah.provider.http.LoopbackServer.Delivery;
import dev.howdah.provider.http.LoopbackServer.Reply;
import dev.howdah.provider.http.ManualTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpDownloadTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final HttpLimits LIMITS = limits(Duration.ofSeconds(30));

    private final ManualTime time = new ManualTime(NOON);
    private final Deque<Reply> replies = new ArrayDeque<>();
    private LoopbackServer server;

    private static HttpLimits limits(Duration answer) {
        return new HttpLimits(answer, answer, 10_000, 4, Duration.ofSeconds(65));
    }

    @BeforeEach
    void start() throws IOException {
        server =
                new LoopbackServer(_ ->
                        replies.isEmpty() ? Reply.json(200, "{\"x\":1}") : replies.removeFirst());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void downloadsTheRestOfAFileWhenItIsStillTheSame() throws Exception {
        HttpDownload download =
                new HttpDownload("Acme", new HttpWire(LIMITS, time, time, new Random(1)));
        replies.add(Reply.text(200, "0123456789", Map.of("ETag", "\"v1\"")));
        HttpDownload.File whole = download.open(server.base(), 0, "");
        assertEquals(
                "0123456789", new String(whole.content().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(10, whole.totalBytes().orElse(0));

        String sum = "hNiYdgWKLlNJFz3PxV+XqHyF0tbt59pG+uh3m2vbpzI=";
        replies.add(
                Reply.text(
                        206,
                        "56789",
                        Map.of(
                                "ETag",
                                "\"v1\"",
                                "Content-Range",
                                "bytes 5-9/10",
                                "Repr-Digest",
                                "sha-256=:" + sum + ":")));
        HttpDownload.File rest = download.open(server.base(), 5, whole.version());
        assertEquals(5, rest.from());
        assertEquals(10, rest.totalBytes().orElse(0));
        assertEquals(Checksum.Kind.SHA_256, rest.checksum().orElseThrow().kind());
        assertEquals(Optional.empty(), whole.checksum());
        assertEquals("bytes=5-", server.asked().getLast().header("Range"));
        assertEquals("", server.asked().getLast().header("Authorization"));

        replies.add(Reply.text(200, "another", Map.of("ETag", "\"v2\"")));
        assertEquals(0, download.open(server.base(), 5, whole.version()).from());
    }

    @Test
    void aDownloadThatStandsStillBreaks() throws Exception {
        HttpLimits impatient = limits(Duration.ofSeconds(2));
        HttpDownload download =
                new HttpDownload("Acme", new HttpWire(impatient, time, time, new Random(1)));
        replies.add(Reply.text(200, "0123456789", Map.of()).by(Delivery.STALLED));
        HttpDownload.File file = download.open(server.base(), 0, "");

        assertThrows(IOException.class, () -> file.content().readAllBytes());
    }
}
