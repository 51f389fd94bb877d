package dev.howdah.ui.users.form;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.ui.Names;
import java.util.List;

/**
 * A small form about a role: what is asked, and the change that comes of it.
 *
 * @param title the act, which is also its button
 * @param maker makes the change of what was typed; called in the background, may block
 */
public record RoleForm(
        String title,
        ChangeTarget target,
        String explanation,
        List<RoleField> fields,
        Maker maker,
        Manner manner) {
    private static final Texts TEXTS = Texts.of(RoleForm.class);

    public RoleForm {
        fields = List.copyOf(fields);
    }

    /**
     * With the texts that stand under a key.
     *
     * @param role its name becomes part of the title
     */
    static RoleForm about(
            String key,
            String role,
            ChangeTarget target,
            List<RoleField> fields,
            Maker maker,
            Manner manner) {
        return new RoleForm(
                TEXTS.text("roleForm." + key + ".title", Names.visible(role)),
                target,
                TEXTS.text("roleForm." + key + ".explanation"),
                fields,
                maker,
                manner);
    }

    /** What is special about a form. */
    public enum Manner {
        PLAIN,
        /** It has something to show after the change ran. */
        STAYS_OPEN,
        /** What it does can't be taken back. */
        DESTROYS
    }

    /** Describes the change; what is wrong with what was typed is the problem. */
    @FunctionalInterface
    public interface Maker {
        Change change() throws ProblemException;
    }

    /** Whether there is a password in it to be shown a last time. */
    boolean hasPassword() {
        return fields.stream()
                .anyMatch(field ->
                        field instanceof RoleField.Password(String _, NewPassword password)
                                && password.isThere());
    }

    /** Passwords don't outlive the form. */
    public void closed() {
        for (RoleField field : fields) {
            if (field instanceof RoleField.Password(String _, NewPassword password)) {
                password.forget();
            }
        }
    }
}
