package dev.howdah.ui.settings.parameters;

import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.settings.ParameterChanges;
import dev.howdah.pg.settings.ParameterFacts;
import dev.howdah.pg.settings.ParameterInput;
import dev.howdah.pg.settings.ParameterPlace;
import dev.howdah.pg.settings.SettingsSnapshot;
import dev.howdah.pg.settings.SettingsSnapshot.Setting;
import dev.howdah.ui.notice.Notice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A parameter's new value while it is typed: where it shall hold, and what is wrong with it. */
final class ParameterForm {
    private static final Texts TEXTS = Texts.of(ParameterForm.class);

    private final Setting setting;
    private final ParameterFacts facts;
    private final ParameterChanges changes;
    private final ChangeTarget target;
    private final String hostedBy;
    private final StringProperty typed;
    private final ObjectProperty<ParameterPlace> place;
    private final ReadOnlyObjectWrapper<ParameterInput> input;

    /**
     * @param hostedBy the provider's name; empty when none is known
     */
    ParameterForm(
            Setting setting,
            ParameterFacts facts,
            ParameterChanges changes,
            ChangeTarget target,
            String hostedBy) {
        this.setting = setting;
        this.facts = facts;
        this.changes = changes;
        this.target = target;
        this.hostedBy = hostedBy;
        this.typed = new SimpleStringProperty(exact(setting));
        this.place = new SimpleObjectProperty<>(firstOpen());
        this.input = new ReadOnlyObjectWrapper<>(ParameterInput.of(setting, typed.get()));
        typed.subscribe(text -> input.set(ParameterInput.of(setting, text)));
    }

    /** As a person writes it, unless that was rounded. */
    private static String exact(Setting setting) {
        String text = setting.value().sqlText();
        return text.contains(".") ? setting.value().raw() : text;
    }

    private ParameterPlace firstOpen() {
        return Arrays.stream(ParameterPlace.values())
                .filter(each -> whyNot(each).isEmpty())
                .findFirst()
                .orElse(ParameterPlace.SYSTEM);
    }

    /** Why it can't be set at this place, a full sentence; empty when it can. */
    Optional<String> whyNot(ParameterPlace where) {
        if (setting.change() == SettingsSnapshot.Change.IMPOSSIBLE) {
            return Optional.of(TEXTS.text("form.fixed"));
        }
        if (where == ParameterPlace.SYSTEM) {
            return facts.altersSystem() ? Optional.empty() : Optional.of(noSystem());
        }
        boolean forSessions =
                setting.change() == SettingsSnapshot.Change.ANY_TIME
                        || setting.change() == SettingsSnapshot.Change.ANY_TIME_SUPERUSER;
        if (!forSessions) {
            return Optional.of(TEXTS.text("form.wholeServer"));
        }
        if (facts.inRecovery()) {
            return Optional.of(TEXTS.text("form.standby"));
        }
        if (setting.change() == SettingsSnapshot.Change.ANY_TIME_SUPERUSER
                && !facts.setsSuperuserOnes()) {
            return Optional.of(TEXTS.text("form.superuserOnly"));
        }
        return where == ParameterPlace.DATABASE && !facts.ownsDatabase()
                ? Optional.of(TEXTS.text("form.notOwner"))
                : Optional.empty();
    }

    private String noSystem() {
        String provider = facts.provider().orElse(hostedBy);
        if (provider.equals("Amazon RDS")) {
            return TEXTS.text("form.parameterGroup");
        }
        return provider.isEmpty()
                ? TEXTS.text("form.noSystem")
                : TEXTS.text("form.noSystem.hosted", provider);
    }

    /** "Whole server", "Database shop". */
    String name(ParameterPlace where) {
        return switch (where) {
            case SYSTEM -> TEXTS.text("place.SYSTEM");
            case DATABASE -> TEXTS.text("place.DATABASE", facts.database());
            case ROLE -> TEXTS.text("place.ROLE", facts.role());
        };
    }

    /** What is set at this place now: "now 64MB", or that nothing is, or that it isn't known. */
    String now(ParameterPlace where) {
        return facts.valueAt(where)
                .map(value -> TEXTS.text("place.now", value))
                .orElse(TEXTS.text(facts.knows(where) ? "place.notSet" : "place.unknown"));
    }

    /** Whether there is something to take away at the chosen place. */
    boolean mayReset() {
        return whyNot(place.get()).isEmpty()
                && (facts.valueAt(place.get()).isPresent() || !facts.knows(place.get()));
    }

    boolean maySet() {
        return whyNot(place.get()).isEmpty() && input.get().value().isPresent();
    }

    /** Empty while something is wrong. */
    Optional<Change> set() {
        return maySet()
                ? input.get().value().map(value -> changes.set(setting, facts, place.get(), value))
                : Optional.empty();
    }

    /** Empty when there is nothing to take away. */
    Optional<Change> reset() {
        return mayReset()
                ? Optional.of(changes.reset(setting, facts, place.get()))
                : Optional.empty();
    }

    /** What is wrong, or what a change needs. */
    List<Notice> notices() {
        List<Notice> all = new ArrayList<>();
        if (!input.get().complaint().isEmpty()) {
            all.add(Notice.of(Notice.Level.WARNING, input.get().complaint()));
        }
        all.add(
                Notice.of(
                        Notice.Level.INFO,
                        TEXTS.text(
                                "form.needs", TEXTS.text("change." + setting.change() + ".long"))));
        if (target.readOnly()) {
            all.add(Notice.of(Notice.Level.WARNING, TEXTS.text("service.readOnly")));
        }
        return all;
    }

    /** To choose from; empty when the value is typed. */
    List<String> choices() {
        return setting.range().type().equals("bool")
                ? List.of("on", "off")
                : setting.range().choices();
    }

    Setting setting() {
        return setting;
    }

    ChangeTarget target() {
        return target;
    }

    /** What the person typed or chose. */
    StringProperty typed() {
        return typed;
    }

    ObjectProperty<ParameterPlace> place() {
        return place;
    }

    /** What was typed, as far as it can be sent. */
    ReadOnlyObjectProperty<ParameterInput> input() {
        return input.getReadOnlyProperty();
    }
}
