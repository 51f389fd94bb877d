package dev.howdah.provider.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of an answer up to a limit. A body that is too long or breaks off is kept as far
 * as it came, because the status that came before it still counts.
 */
final class CappedBody implements BodySubscriber<CappedBody.Body> {
    private final int maxBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Body> whole = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    /** What was read; not complete when there was more, or the link broke. */
    static final class Body {
        private final byte[] bytes;
        private final boolean complete;

        Body(byte[] bytes, boolean complete) {
            this.bytes = bytes;
            this.complete = complete;
        }

        byte[] bytes() {
            return bytes;
        }

        boolean complete() {
            return complete;
        }
    }

    CappedBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** As far as it has come, when nobody waits for the rest. */
    Body soFar() {
        return whole.getNow(new Body(bytes.toByteArray(), false));
    }

    @Override
    public CompletionStage<Body> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] piece = new byte[Math.min(buffer.remaining(), maxBytes - bytes.size())];
            boolean more = piece.length < buffer.remaining();
            buffer.get(piece);
            bytes.writeBytes(piece);
            if (more) {
                end(false);
                if (subscription != null) {
                    subscription.cancel();
                }
                return;
            }
        }
    }

    @Override
    public void onError(Throwable cause) {
        end(false);
    }

    @Override
    public void onComplete() {
        end(true);
    }

    private void end(boolean complete) {
        whole.complete(new Body(bytes.toByteArray(), complete));
    }
}
