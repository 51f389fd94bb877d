package dev.howdah.ui.users.newuser;

import dev.howdah.core.Texts;
import dev.howdah.pg.roles.newuser.NewUser.Closing;
import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.pg.roles.newuser.NewUser.Limits;
import dev.howdah.ui.users.form.TypedNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What new users may do and not exceed, whoever they are. */
public final class NewUserOptions {
    private static final Texts TEXTS = Texts.of(NewUserOptions.class);
    private static final int MOST_CONNECTIONS = 10_000;
    private static final int MOST_TIME = 100_000;

    private final Clock clock;
    private final ZoneId zone;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.READ_ONLY);
    private final TypedNumber connections;
    private final TypedNumber statementMinutes;
    private final TypedNumber idleMinutes;
    private final TypedNumber lockSeconds;
    private final ObjectProperty<@Nullable LocalDate> lastDay = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper expiryComplaint = new ReadOnlyStringWrapper("");
    private final BooleanProperty readOnlyTransactions = new SimpleBooleanProperty();
    private final BooleanProperty closeCreate = new SimpleBooleanProperty();
    private final BooleanProperty closeTemp = new SimpleBooleanProperty();
    private final BooleanProperty largeObjects = new SimpleBooleanProperty();

    /**
     * @param zone whose days an expiry counts in
     */
    NewUserOptions(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
        connections = new TypedNumber(1, MOST_CONNECTIONS, OptionalInt.empty());
        statementMinutes = new TypedNumber(1, MOST_TIME, OptionalInt.empty());
        idleMinutes = new TypedNumber(1, MOST_TIME, OptionalInt.empty());
        lockSeconds = new TypedNumber(1, MOST_TIME, OptionalInt.empty());
        lastDay.subscribe(this::judgeExpiry);
        startOver();
    }

    /** Back to what suits most users; the kind stays. */
    void startOver() {
        Limits usual = Limits.usual(Kind.READ_ONLY);
        connections.set(usual.connections());
        statementMinutes.set(whole(usual.statementTimeout().map(Duration::toMinutes)));
        idleMinutes.set(whole(usual.idleInTransactionTimeout().map(Duration::toMinutes)));
        lockSeconds.set(whole(usual.lockTimeout().map(Duration::toSeconds)));
        lastDay.set(null);
        readOnlyTransactions.set(usual.readOnlyTransactions());
        Closing closing = Closing.all();
        closeCreate.set(closing.publicCreate());
        closeTemp.set(closing.publicTemp());
        largeObjects.set(closing.largeObjects());
    }

    private static OptionalInt whole(Optional<Long> time) {
        return time.isPresent() ? OptionalInt.of(Math.toIntExact(time.get())) : OptionalInt.empty();
    }

    private void judgeExpiry() {
        Optional<Instant> end = expiry();
        expiryComplaint.set(
                end.isPresent() && !end.get().isAfter(clock.instant())
                        ? TEXTS.text("options.expiry.past")
                        : "");
    }

    /** Called when anything here changes. */
    void onChange(Runnable changed) {
        kind.subscribe(changed);
        numbers().forEach(number -> number.text().subscribe(changed));
        lastDay.subscribe(changed);
        Stream.of(readOnlyTransactions, closeCreate, closeTemp, largeObjects)
                .forEach(option -> option.subscribe(changed));
    }

    private List<TypedNumber> numbers() {
        return List.of(connections, statementMinutes, idleMinutes, lockSeconds);
    }

    boolean areGood() {
        return numbers().stream().allMatch(TypedNumber::isGood) && expiryComplaint.get().isEmpty();
    }

    Limits limits() {
        return new Limits(
                connections.value(),
                expiry(),
                time(statementMinutes, Duration.ofMinutes(1)),
                time(idleMinutes, Duration.ofMinutes(1)),
                time(lockSeconds, Duration.ofSeconds(1)),
                kind.get() == Kind.READ_ONLY && readOnlyTransactions.get());
    }

    private static Optional<Duration> time(TypedNumber number, Duration unit) {
        OptionalInt value = number.value();
        return value.isPresent()
                ? Optional.of(unit.multipliedBy(value.getAsInt()))
                : Optional.empty();
    }

    Closing closing() {
        return new Closing(closeCreate.get(), closeTemp.get(), largeObjects.get());
    }

    /** The end of the last day; empty for never. */
    Optional<Instant> expiry() {
        return Optional.ofNullable(lastDay.get())
                .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    ZoneId zone() {
        return zone;
    }

    public ObjectProperty<Kind> kind() {
        return kind;
    }

    TypedNumber connections() {
        return connections;
    }

    /** How long a statement may take. */
    TypedNumber statementMinutes() {
        return statementMinutes;
    }

    /** How long a transaction may stand still. */
    TypedNumber idleMinutes() {
        return idleMinutes;
    }

    /** How long a statement may wait for a lock. */
    TypedNumber lockSeconds() {
        return lockSeconds;
    }

    /** On which the password still works; null for ever. */
    ObjectProperty<@Nullable LocalDate> lastDay() {
        return lastDay;
    }

    ReadOnlyStringProperty expiryComplaint() {
        return expiryComplaint.getReadOnlyProperty();
    }

    BooleanProperty readOnlyTransactions() {
        return readOnlyTransactions;
    }

    /** CREATE is taken from PUBLIC where it has it. */
    BooleanProperty closeCreate() {
        return closeCreate;
    }

    /** TEMPORARY is taken from PUBLIC. */
    BooleanProperty closeTemp() {
        return closeTemp;
    }

    BooleanProperty largeObjects() {
        return largeObjects;
    }
}
