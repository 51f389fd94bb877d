package dev.howdah.provider.scalingo.change;

import dev.howdah.core.Texts;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.State;
import dev.howdah.provider.Submissions;
import dev.howdah.provider.scalingo.call.ScalingoAddress;
import dev.howdah.provider.scalingo.call.ScalingoCalls;
import dev.howdah.provider.scalingo.read.ScalingoReads;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What every change of one database needs to be made. */
public record ScalingoWork(
        Submissions submissions,
        ScalingoCalls calls,
        ScalingoReads reads,
        ScalingoAddress service) {
    private static final Texts TEXTS = Texts.of(ScalingoWork.class);

    static Map<String, String> memo(Optional<Operation> undone, String from, String to) {
        Map<String, String> memo = new TreeMap<>();
        memo.put(ScalingoMemo.FROM, from);
        memo.put(ScalingoMemo.TO, to);
        undone.map(Operation::id)
                .map(UUID::toString)
                .ifPresent(id -> memo.put(Operation.UNDOES, id));
        return memo;
    }

    /** Scalingo has taken it. */
    Operation running(Operation written) {
        return written.in(State.RUNNING, TEXTS.text("operation.running"), reads.now());
    }

    /** Scalingo has done it before it answered. */
    Operation done(Operation written) {
        return written.in(State.DONE, TEXTS.text("operation.done"), reads.now());
    }
}
