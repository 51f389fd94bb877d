package dev.howdah.core.change;

import dev.howdah.core.ProblemException;
import java.util.List;

/**
 * The change that this thread is running, for what has to be written down just before the point of
 * no return. A scoped value, because between the change and the code that commits stand classes
 * that have nothing to do with the journal.
 */
public final class RunningChange {
    private static final ScopedValue<Notebook> NOTEBOOK = ScopedValue.newInstance();

    private RunningChange() {}

    /**
     * A transaction that is about to be committed, by which the server can be asked later what
     * became of it.
     *
     * @param xid its number, which the server gives to no other one as long as it runs
     * @param serverStart when the server was started, as it says itself
     * @param whole whether the change is surely nothing but this transaction
     */
    public record Transaction(String database, String xid, String serverStart, boolean whole) {
        /** One of which it is not known whether others follow. */
        public Transaction(String database, String xid, String serverStart) {
            this(database, xid, serverStart, false);
        }

        public Transaction asWhole() {
            return new Transaction(database, xid, serverStart, true);
        }
    }

    /** Takes down what a change tells of itself while it runs. */
    @FunctionalInterface
    interface Notebook {
        void committing(Transaction transaction) throws ProblemException;

        /** For the line of its end. */
        default void made(List<ChangeNotes.MadeRole> roles) {}
    }

    /**
     * To be called when all is done but the COMMIT. Does nothing outside of a change.
     *
     * @throws ProblemException when it could not be written down; then nothing must be committed
     */
    public static void committing(Transaction transaction) throws ProblemException {
        if (NOTEBOOK.isBound()) {
            NOTEBOOK.get().committing(transaction);
        }
    }

    /** To be called when it is known which roles it made. Does nothing outside of a change. */
    public static void made(List<ChangeNotes.MadeRole> roles) {
        if (NOTEBOOK.isBound()) {
            NOTEBOOK.get().made(roles);
        }
    }

    static ChangeOutcome run(Change change, Notebook notebook) throws ProblemException {
        return ScopedValue.where(NOTEBOOK, notebook)
                .<ChangeOutcome, ProblemException>call(() -> change.action().run());
    }
}
