package dev.howdah.ui.users.defaults;

import dev.howdah.core.Texts;
import dev.howdah.pg.DefaultsKind;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges.Given;
import dev.howdah.pg.roles.privilege.DefaultPrivilegeChanges.Place;
import dev.howdah.ui.Names;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one grantee gets by one entry of the default privileges.
 *
 * @param owner empty for what is built in for every owner without an entry
 * @param schema empty for every schema
 * @param grantee empty for PUBLIC
 * @param taken what is built in for the grantee and was taken away by this entry
 */
record DefaultsLine(
        String owner,
        Optional<String> schema,
        DefaultsKind kind,
        String grantee,
        Given given,
        Set<Privilege> taken) {
    private static final Texts TEXTS = Texts.of(DefaultsLine.class);

    DefaultsLine {
        taken = Set.copyOf(taken);
    }

    boolean builtIn() {
        return owner.isEmpty();
    }

    Place place(String database) {
        return new Place(database, owner, schema, kind);
    }

    String ownerWords() {
        return builtIn() ? TEXTS.text("defaults.builtIn") : Names.visible(owner);
    }

    String schemaWords() {
        return schema.map(Names::visible).orElse(TEXTS.text("defaults.everySchema"));
    }

    String kindWords() {
        return words(kind);
    }

    String granteeWords() {
        if (builtIn() && given.privileges().isEmpty()) {
            return TEXTS.text("defaults.ownerOnly");
        }
        return grantee.isEmpty() ? "PUBLIC" : Names.visible(grantee);
    }

    String privilegeWords() {
        if (builtIn() && given.privileges().isEmpty()) {
            return TEXTS.text("defaults.all");
        }
        String words = list(given.privileges());
        if (!given.grantable().isEmpty()) {
            words =
                    given.grantable().equals(given.privileges())
                            ? TEXTS.text("defaults.withOption", words)
                            : TEXTS.text("defaults.someOption", words, list(given.grantable()));
        }
        if (taken.isEmpty()) {
            return words;
        }
        String without = TEXTS.text("defaults.taken", list(taken));
        return words.isEmpty() ? without : TEXTS.text("defaults.and", words, without);
    }

    /** Whether any of what the line shows has this in it. */
    boolean contains(String part) {
        return (ownerWords() + "\n" + schemaWords() + "\n" + kindWords() + "\n" + granteeWords())
                        .toLowerCase(Locale.ROOT)
                        .contains(part)
                || privilegeWords().toLowerCase(Locale.ROOT).contains(part);
    }

    static String words(DefaultsKind kind) {
        return TEXTS.text("defaults.kind." + kind);
    }

    private static String list(Collection<Privilege> some) {
        Set<Privilege> ordered = EnumSet.noneOf(Privilege.class);
        ordered.addAll(some);
        return ordered.stream().map(Privilege::name).collect(Collectors.joining(", "));
    }
}
