package dev.howdah.ui.users.newuser;

import dev.howdah.pg.roles.newuser.NewUser.Kind;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;

/** Two buttons of which always one is pressed: read-only, or read and write. */
public final class KindToggles {
    private KindToggles() {}

    public static void tie(
            ToggleGroup group, Toggle readOnly, Toggle readWrite, ObjectProperty<Kind> kind) {
        kind.subscribe(now -> group.selectToggle(now == Kind.READ_ONLY ? readOnly : readWrite));
        group.selectedToggleProperty()
                .subscribe(pressed -> {
                    if (pressed == null) {
                        group.selectToggle(kind.get() == Kind.READ_ONLY ? readOnly : readWrite);
                    } else {
                        kind.set(pressed == readOnly ? Kind.READ_ONLY : Kind.READ_WRITE);
                    }
                });
    }
}
