package dev.howdah.provider.http;

import static dev.howdah.provider.http.SomeHttp.GET;
import static dev.howdah.provider.http.SomeHttp.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.provider.http.LoopbackServer.Delivery;
import dev.howdah.provider.http.LoopbackServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private final SomeHttp acme = new SomeHttp();

    @AfterEach
    void stop() {
        acme.close();
    }

    @Test
    void requestsThatNobodyWaitsForDoNotShutOutOthers() throws Exception {
        JsonHttp http = acme.as(Authorization.none());
        // an answer that is there at once would be taken before the interruption is seen
        Reply answer = Reply.json(200, "{}");
        acme.server.play(_ -> answer.by(Delivery.SILENT));
        for (int i = 0; i < 2 * Circuit.FAILURES; i++) {
            Thread.currentThread().interrupt();
            problem(http, GET);
            assertTrue(Thread.interrupted());
        }

        acme.server.play(_ -> answer);
        assertEquals(200, http.send(GET).status());
    }
}
