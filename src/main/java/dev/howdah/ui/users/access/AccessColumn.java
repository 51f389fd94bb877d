package dev.howdah.ui.users.access;

import dev.howdah.pg.Privilege;
import dev.howdah.pg.access.ObjectKind;
import java.util.Optional;

/** A column of the access table. Kinds that know no such privilege leave it empty. */
enum AccessColumn {
    SELECT(Privilege.SELECT),
    INSERT(Privilege.INSERT),
    UPDATE(Privilege.UPDATE),
    DELETE(Privilege.DELETE),
    TRUNCATE(Privilege.TRUNCATE),
    REFERENCES(Privilege.REFERENCES),
    TRIGGER(Privilege.TRIGGER),
    MAINTAIN(Privilege.MAINTAIN),
    /** USAGE, or what stands for it: CONNECT to a database, EXECUTE of a routine. */
    USAGE(Privilege.USAGE),
    CREATE(Privilege.CREATE),
    TEMPORARY(Privilege.TEMPORARY);

    private final Privilege privilege;

    AccessColumn(Privilege privilege) {
        this.privilege = privilege;
    }

    /** The privilege that the column shows for this kind; empty when the kind has none of it. */
    Optional<Privilege> of(ObjectKind kind, int major) {
        Privilege shown =
                switch (kind) {
                    case DATABASE -> this == USAGE ? Privilege.CONNECT : privilege;
                    case ROUTINE -> this == USAGE ? Privilege.EXECUTE : privilege;
                    default -> privilege;
                };
        return kind.privileges(major).contains(shown) ? Optional.of(shown) : Optional.empty();
    }
}
