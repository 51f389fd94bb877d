package dev.howdah.ui.users.form;

import dev.howdah.core.Secret;
import dev.howdah.pg.roles.password.PasswordGenerator;
import dev.howdah.pg.roles.password.PasswordRules;
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
public final class NewPassword {
    private final PasswordGenerator generator = new PasswordGenerator();
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty revealed = new SimpleBooleanProperty();
    private final BooleanProperty travels = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper objection = new ReadOnlyStringWrapper("");
    private String role = "";

    public NewPassword() {
        text.subscribe(this::judge);
    }

    /** In the clear, as the field holds it. */
    public StringProperty text() {
        return text;
    }

    /** Whether the field shows it. */
    public BooleanProperty revealed() {
        return revealed;
    }

    /** Whether it goes to the server's provider itself, and not only a verifier of it. */
    public BooleanProperty travels() {
        return travels;
    }

    /** Why it is not good enough, as a sentence; empty when it is. */
    public ReadOnlyStringProperty objection() {
        return objection.getReadOnlyProperty();
    }

    public boolean isGood() {
        return objection.get().isEmpty();
    }

    public Secret secret() {
        return Secret.of(text.get());
    }

    /** Whose password it is, because it must not hold the name. */
    public void belongsTo(String name) {
        role = name;
        judge();
    }

    public void generate() {
        Secret fresh = generator.next();
        text.set(fresh.reveal());
        fresh.wipe();
    }

    /** The form was closed. */
    public void forget() {
        text.set("");
        revealed.set(false);
    }

    private void judge() {
        Secret typed = secret();
        objection.set(PasswordRules.objection(typed, role).orElse(""));
        typed.wipe();
    }
}
