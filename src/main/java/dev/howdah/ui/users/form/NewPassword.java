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
 * A password that is being chosen: generated, or typed by the person; or one that somebody else
 * makes and that is waited for. It lives only as long as its form is open.
 */
public final class NewPassword {
    private final PasswordGenerator generator = new PasswordGenerator();
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty revealed = new SimpleBooleanProperty();
    private final BooleanProperty travels = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper maker = new ReadOnlyStringWrapper("");
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

    /** Who makes it, by name, so that nobody chooses it here; empty when it is made here. */
    ReadOnlyStringProperty maker() {
        return maker.getReadOnlyProperty();
    }

    /** It isn't made here, but comes from somebody who is called so. */
    public void comesFrom(String name) {
        maker.set(name);
        judge();
    }

    /** The one that was waited for. JavaFX thread. */
    public void arrived(Secret made) {
        text.set(made.reveal());
        made.wipe();
    }

    /** Whether there is one to be shown. */
    boolean isThere() {
        return !text.get().isEmpty();
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

    /** What somebody else makes is good by their rules. */
    private void judge() {
        if (!maker.get().isEmpty()) {
            objection.set("");
            return;
        }
        Secret typed = secret();
        objection.set(PasswordRules.objection(typed, role).orElse(""));
        typed.wipe();
    }
}
