package dev.howdah.ui.users;

import dev.howdah.core.Secret;
import dev.howdah.pg.roles.PasswordGenerator;
import dev.howdah.pg.roles.PasswordRules;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A password that is being chosen: generated, or typed by the person. It lives only as long as its
 * form is open.
 */
final class NewPassword {
    private final PasswordGenerator generator = new PasswordGenerator();
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty revealed = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper objection = new ReadOnlyStringWrapper("");
    private String role = "";

    NewPassword() {
        text.subscribe(this::judge);
    }

    /** In the clear, as the field holds it. */
    StringProperty text() {
        return text;
    }

    /** Whether the field shows it. */
    BooleanProperty revealed() {
        return revealed;
    }

    /** Why it is not good enough, as a sentence; empty when it is. */
    ReadOnlyStringProperty objection() {
        return objection.getReadOnlyProperty();
    }

    boolean isGood() {
        return objection.get().isEmpty();
    }

    Secret secret() {
        return Secret.of(text.get());
    }

    /** Whose password it is, because it must not hold the name. */
    void belongsTo(String name) {
        role = name;
        judge();
    }

    void generate() {
        Secret fresh = generator.next();
        text.set(fresh.reveal());
        fresh.wipe();
    }

    /** The form was closed. */
    void forget() {
        text.set("");
        revealed.set(false);
    }

    private void judge() {
        Secret typed = secret();
        objection.set(PasswordRules.objection(typed, role).orElse(""));
        typed.wipe();
    }
}
