package dev.howdah.provider.trial;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.provider.Provider;
import java.util.Objects;
import java.util.Properties;

/** What is on trial at a provider: what was before, which goes back, and what is tried. */
public sealed interface Tried permits TriedList, TriedSwitch {

    /** Whether an operation acts on the same thing of the service. */
    boolean isActedOnBy(Operation operation);

    /**
     * Whether it can be proven as soon as the provider shows it in effect; else the provider needs
     * its own time on top.
     */
    boolean holdsWhenShown();

    /** Whether taking this operation back leads to what was before. */
    boolean isBefore(Operation operation);

    /** As the provider has it now; asks the provider. */
    Standing standing(Provider provider) throws ProblemException;

    /** Into the lines of a file, for {@link #read}. */
    void write(Properties lines);

    /**
     * @throws IllegalArgumentException for what no version like this one has written
     */
    static Tried read(Properties lines) {
        return lines.containsKey(TriedSwitch.NAME) ? TriedSwitch.of(lines) : TriedList.of(lines);
    }

    /** A line that has to be there. */
    static String value(Properties lines, String name) {
        return Objects.requireNonNullElse(lines.getProperty(name), "");
    }

    /**
     * How it stands at the provider.
     *
     * @param back brings back what was before, from how it stands now
     */
    record Standing(boolean isAsBefore, boolean isAsWanted, Back back) {}

    /** Describes a change; asks and sends nothing. */
    @FunctionalInterface
    interface Back {
        Change to(ChangeTarget target) throws ProblemException;
    }
}
