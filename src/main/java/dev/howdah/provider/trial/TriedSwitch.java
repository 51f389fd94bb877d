package dev.howdah.provider.trial;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Operation;
import dev.howdah.provider.Provider;
import dev.howdah.provider.service.Switch;
import dev.howdah.provider.service.Switch.Position;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * A switch that was turned.
 *
 * @param on to which side; the other one goes back in place
 */
public record TriedSwitch(Switch what, boolean on) implements Tried {
    /** Providers tell no time; one that needs longer has it turned back. */
    public static final Duration LONGEST_TURN = Duration.ofMinutes(5);

    static final String NAME = "switch";

    /**
     * Whether turning it can shut us out. Public access decides over every way that is not through
     * the provider's network; forced TLS shuts out who logs in without.
     *
     * @param encrypted whether our own logins use TLS
     */
    public boolean canShutOut(boolean encrypted) {
        return switch (what) {
            case PUBLIC_ACCESS -> true;
            case FORCE_TLS -> on && !encrypted;
        };
    }

    /** What taking an operation back would turn; empty when it turned no switch that we know. */
    public static Optional<TriedSwitch> backFrom(Operation undone) {
        String before = undone.memo().getOrDefault(Operation.BEFORE, "");
        for (Switch what : Switch.values()) {
            TriedSwitch back = new TriedSwitch(what, Boolean.parseBoolean(before));
            if (back.isActedOnBy(undone)) {
                return Optional.of(back);
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean isActedOnBy(Operation operation) {
        return operation.act() == Operation.Act.SWITCH
                && what.name().equals(operation.memo().get(Operation.SUBJECT));
    }

    @Override
    public boolean isBefore(Operation operation) {
        return Boolean.toString(!on).equals(operation.memo().get(Operation.BEFORE));
    }

    @Override
    public boolean holdsWhenShown() {
        return true;
    }

    @Override
    public Standing standing(Provider provider) throws ProblemException {
        Position now = provider.facts().switches().getOrDefault(what, Position.UNKNOWN);
        return new Standing(
                now == position(!on),
                now == position(on),
                target -> provider.turn(target, what, !on));
    }

    private static Position position(boolean isOn) {
        return isOn ? Position.ON : Position.OFF;
    }

    @Override
    public void write(Properties lines) {
        lines.setProperty(NAME, what.name());
        lines.setProperty("on", Boolean.toString(on));
    }

    static TriedSwitch of(Properties lines) {
        return new TriedSwitch(
                Switch.valueOf(Tried.value(lines, NAME)),
                Boolean.parseBoolean(Tried.value(lines, "on")));
    }
}
