package dev.howdah.provider.scalingo;

import dev.howdah.provider.scalingo.FakeScalingo.Trouble;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** What goes wrong with requests to the fake Scalingo and with its answers, from now on. */
public final class ScalingoWeather {
    /** What goes wrong in a storm; silence seldom, for it costs real time. */
    private static final List<Trouble> STORM =
            List.of(
                    Trouble.TOKENS_VOID,
                    Trouble.TOO_MANY,
                    Trouble.UPSTREAM_DOWN,
                    Trouble.DONE_THEN_500,
                    Trouble.REPLY_LOST,
                    Trouble.REQUEST_LOST,
                    Trouble.CUT,
                    Trouble.GARBLED);

    private final FakeScalingo scalingo;

    ScalingoWeather(FakeScalingo scalingo) {
        this.scalingo = scalingo;
    }

    /** Does something when so many writes have arrived and before the next one is done. */
    public void atWrite(int number, Runnable deed) {
        AtomicInteger left = new AtomicInteger(number);
        scalingo.weather(asked -> {
            if (FakeScalingo.isWrite(asked) && left.getAndDecrement() == 0) {
                deed.run();
            }
            return Trouble.NONE;
        });
    }

    /**
     * All writes are done from now on, and none is answered while anybody waits for it.
     *
     * @return how many are done, or will be before anything else
     */
    public IntSupplier silenceReplies() {
        AtomicInteger writes = new AtomicInteger();
        scalingo.weather(asked -> {
            if (!FakeScalingo.isWrite(asked)) {
                return Trouble.NONE;
            }
            writes.incrementAndGet();
            return Trouble.SILENT;
        });
        return writes::get;
    }

    /** The next write is done, and its answer never comes. */
    public void silenceNextReply() {
        nextWrite(Trouble.SILENT);
    }

    /** One in which silence is seldom. */
    void storm(long seed) {
        storm(seed, 1);
    }

    /** A storm in which nobody keeps silent, for that costs real time. */
    public void shortStorm(long seed) {
        storm(seed, 0);
    }

    private void storm(long seed, int silentOfThousand) {
        Random random = new Random(seed);
        scalingo.weather(_ -> {
            int chance = random.nextInt(1_000);
            return chance < silentOfThousand
                    ? Trouble.SILENT
                    : chance < 350 ? STORM.get(random.nextInt(STORM.size())) : Trouble.NONE;
        });
    }

    /** After so many more writes nothing arrives any longer, reads neither. */
    public void cutOffAfterWrites(int writes) {
        AtomicInteger left = new AtomicInteger(writes);
        scalingo.weather(asked ->
                left.get() == 0 || (FakeScalingo.isWrite(asked) && left.getAndDecrement() == 0)
                        ? Trouble.REQUEST_LOST
                        : Trouble.NONE);
    }

    /** The next write only. */
    void nextWrite(Trouble trouble) {
        AtomicBoolean first = new AtomicBoolean(true);
        scalingo.weather(asked ->
                FakeScalingo.isWrite(asked) && first.getAndSet(false) ? trouble : Trouble.NONE);
    }

    void calm() {
        scalingo.weather(_ -> Trouble.NONE);
    }
}
