package dev.howdah.lab.operation;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.operation.LabOperation.State;
import dev.howdah.lab.operation.LabOperation.Step;
import java.time.Clock;
import java.util.function.DoubleConsumer;

/** Leads one operation through its steps. Not for several threads at a time. */
public final class Course {
    private final LabOperations book;
    private final Clock clock;
    private LabOperation operation;
    private int next;

    /**
     * @param operation one that has begun
     */
    public Course(LabOperations book, Clock clock, LabOperation operation) {
        this.book = book;
        this.clock = clock;
        this.operation = operation;
    }

    /** What a step does. */
    @FunctionalInterface
    public interface Work {

        /**
         * @param progress told the share of the step that is done, 0 to 1
         */
        void run(DoubleConsumer progress) throws ProblemException, InterruptedException;
    }

    /** Does the next step: it is on disk that it began, and that it ended. */
    public void step(Work work) throws ProblemException, InterruptedException {
        int index = next;
        String name = operation.steps().get(index).name();
        next++;
        operation = operation.with(index, new Step(name, Step.Progress.UNDER_WAY, 0));
        book.write(operation);
        work.run(share -> {
            int donePct = (int) Math.round(100 * Math.clamp(share, 0, 1));
            operation = operation.with(index, new Step(name, Step.Progress.UNDER_WAY, donePct));
            book.show(operation);
        });
        operation = operation.with(index, new Step(name, Step.Progress.DONE, 100));
        book.write(operation);
    }

    /** Says what the step under way works on, one full sentence; the next start need not know. */
    public void say(String sentence) {
        operation = operation.saying(sentence);
        book.show(operation);
    }

    /** Ends it. */
    public void end(State state, String sentence) throws ProblemException {
        operation = operation.ended(state, sentence, clock.instant());
        book.write(operation);
    }

    public LabOperation operation() {
        return operation;
    }
}
